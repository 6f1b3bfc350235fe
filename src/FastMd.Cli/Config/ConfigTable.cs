using FastMd.Engine.Configuration;

namespace FastMd.Cli.Config;

/// <summary>Setting, value, default and origin in columns, and a sentence about the settings file.</summary>
internal static class ConfigTable
{
    private const string Gap = "  ";

    // A list of patterns may be long: it then pushes its own line only.
    private const int WidestColumn = 32;

    public static void Write(IReadOnlyList<ResolvedSetting> rows, string? file, string folder, TextWriter output)
    {
        string[][] lines =
        [
            ["Setting", "Value", "Default", "From"],
            .. rows.Select(row => new[] { row.Setting.Key, row.Json, row.Setting.DefaultJson, From(row) }),
        ];
        var widths = Enumerable.Range(0, 3).Select(column => Math.Min(WidestColumn, lines.Max(line => line[column].Length))).ToArray();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join(Gap, widths.Select((width, column) => line[column].PadRight(width)).Append(line[^1])));
        }

        output.WriteLine();
        output.WriteLine(file is null
            ? $"There is no {SettingsFile.FileName} in {folder} or above it."
            : $"Settings file: {file}");
    }

    private static string From(ResolvedSetting row) => row.Origin switch
    {
        SettingOrigin.Default => "default",
        SettingOrigin.ResourceProfile => $"resource profile {row.Source}",
        _ => row.Source,
    };
}
