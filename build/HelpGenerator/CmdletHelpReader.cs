using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Build.HelpGenerator;

/// <summary>Reads a cmdlet's help from its Markdown file.</summary>
internal static class CmdletHelpReader
{
    private const string CommonParameters = "CommonParameters";

    private static readonly string[] RequiredFacts =
    [
        "Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input", "Accept wildcard characters",
    ];

    public static CmdletHelp Read(string path)
    {
        var cmdlet = HelpFile.Read(path);
        return new(
            cmdlet.Title,
            cmdlet.Required("SYNOPSIS").RequiredText(),
            cmdlet.Required("DESCRIPTION").RequiredText(),
            [.. Several(cmdlet.Required("SYNTAX")).Select(ParameterSet)],
            [.. Several(cmdlet.Required("PARAMETERS")).Where(section => section.Title != CommonParameters).Select(Parameter)],
            [.. Several(cmdlet.Required("EXAMPLES")).Select(Example)],
            [.. Several(cmdlet.Required("INPUTS")).Select(Type)],
            [.. Several(cmdlet.Required("OUTPUTS")).Select(Type)],
            cmdlet.Required("NOTES").RequiredText(),
            [.. cmdlet.Required("RELATED LINKS").Blocks.SelectMany(block => block.Descendants<LinkInline>()).Select(Link)]);
    }

    private static List<HelpSection> Several(HelpSection section)
        => section.Sections is { Count: > 0 } sections ? sections : throw section.Error($"'{section.Title}' has no sections.");

    private static string ParameterSet(HelpSection section)
    {
        _ = section.RequiredCode();
        return section.Title.Replace(" (Default)", "", StringComparison.Ordinal);
    }

    private static ExampleHelp Example(HelpSection section)
        => new(section.Title, section.RequiredCode().Lines.ToString(), section.RequiredText());

    private static TypeHelp Type(HelpSection section) => new(section.Title, section.RequiredText());

    private static LinkHelp Link(LinkInline link) => new(PlainText.Of(link), link.Url ?? "");

    private static ParameterHelp Parameter(HelpSection section)
    {
        var facts = section.RequiredCode().Lines.ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        if (RequiredFacts.FirstOrDefault(fact => !facts.ContainsKey(fact)) is { } missing)
        {
            throw section.Error($"'{section.Title}' does not say its '{missing}'.");
        }

        return new(section.Title.TrimStart('-'), section.RequiredText(), facts);
    }
}
