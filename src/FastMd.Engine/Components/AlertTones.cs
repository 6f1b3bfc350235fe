namespace FastMd.Engine.Components;

/// <summary>The words by which tools call alerts, and GitHub's five kinds of them.</summary>
internal static class AlertTones
{
    /// <summary>GitHub's kind that a word stands for; null where it stands for none.</summary>
    public static string? KindOf(string word) => word.ToUpperInvariant() switch
    {
        "NOTE" or "INFO" or "SECONDARY" or "SEEALSO" or "DEFAULT" => "note",
        "TIP" or "SUCCESS" or "HINT" or "CHECK" => "tip",
        "IMPORTANT" => "important",
        "WARNING" or "WARN" or "ATTENTION" => "warning",
        "CAUTION" or "DANGER" or "ERROR" => "caution",
        _ => null,
    };
}
