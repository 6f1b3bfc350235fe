using System.Globalization;
using System.Xml;

namespace FastMd.Tests.Unit.Cli.Native;

/// <summary>What a native executable is made of, by the map that its compiler writes.</summary>
internal static class ExecutableParts
{
    // The compiler's names begin with the assembly's, after marks of its own; a dot is an underscore there, and System.Private is S_P.
    private static readonly (string Assembly, string Component)[] Assemblies =
    [
        ("FastMd_", "FastMd"),
        ("fastmd_", "FastMd"),
        ("Markdig_", "Markdig"),
        ("AngleSharp_", "AngleSharp"),
        ("NATS_", "NATS"),
        ("UglyToad_", "PdfPig"),
        ("YamlDotNet_", "YamlDotNet"),
        ("Tomlyn_", "Tomlyn"),
        ("Microsoft_ML_Tokenizers_", "Microsoft.ML.Tokenizers"),
        ("Spectre_Console_", "Spectre.Console"),
        ("System_CommandLine_", "System.CommandLine"),
        ("OpenTelemetry_", "OpenTelemetry"),
        ("Microsoft_Extensions_", "OpenTelemetry"),
        ("System_Net_", "Network"),
        ("System_Security_", "Network"),
        ("System_Formats_Asn1_", "Network"),
        ("System_", ".NET"),
        ("S_P_", ".NET"),
        ("Microsoft_Win32_", ".NET"),
    ];

    // What stands in the file as one: the types, which are counted each for itself already.
    private const string AllTypes = "DehydratedData";

    /// <summary>Bytes of each component.</summary>
    /// <param name="map">Path of the map.</param>
    public static Dictionary<string, long> Read(string map)
    {
        var sizes = new Dictionary<string, long>();
        using var reader = XmlReader.Create(map);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element
                && reader.Name != AllTypes
                && reader.GetAttribute("Name") is { } name
                && reader.GetAttribute("Length") is { } length
                && ComponentOf(name) is { } component)
            {
                sizes[component] = sizes.GetValueOrDefault(component) + long.Parse(length, CultureInfo.InvariantCulture);
            }
        }

        return sizes;
    }

    private static string? ComponentOf(string name) => Assemblies
        .Select(assembly => (At: name.IndexOf(assembly.Assembly, StringComparison.Ordinal), assembly.Component))
        .Where(found => found.At >= 0)
        .OrderBy(found => found.At)
        .FirstOrDefault().Component;
}
