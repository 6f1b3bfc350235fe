namespace FastMd.Build.HelpGenerator;

/// <summary>What help says of a parameter.</summary>
internal sealed record ParameterHelp(string Name, IReadOnlyList<string> Description, IReadOnlyDictionary<string, string> Facts)
{
    private const string AllSets = "(All)";

    public string Type => Facts["Type"];

    public bool IsSwitch => Type == "SwitchParameter";

    public string Aliases => Facts["Aliases"] is { Length: > 0 } aliases ? aliases : "none";

    public string Position => Facts["Position"].ToLowerInvariant();

    public string Default => Facts["Default value"];

    public string Required => Facts["Required"].ToLowerInvariant();

    public string Wildcards => Facts["Accept wildcard characters"].ToLowerInvariant();

    public string PipelineInput => Facts["Accept pipeline input"];

    public IReadOnlyList<string> AcceptedValues
        => Facts.TryGetValue("Accepted values", out var values) ? values.Split(',', StringSplitOptions.TrimEntries) : [];

    public bool IsIn(string parameterSet)
        => Facts["Parameter Sets"] == AllSets || Facts["Parameter Sets"].Split(',', StringSplitOptions.TrimEntries).Contains(parameterSet);
}
