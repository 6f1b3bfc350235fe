namespace FastMd.Engine.Configuration;

/// <summary>Settings have values they may not have, or a settings file is not what it should be. The message has a line for each problem.</summary>
public sealed class SettingException : Exception
{
    private const int LongestValue = 80;

    /// <summary>An exception with a message for the user.</summary>
    public SettingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal static SettingException NotAllowed(Setting setting, string value, string origin)
        => new($"{origin}: '{OnOneLine(value)}' is not a value for {setting.Key}; allowed: {setting.Allowed}.");

    internal static SettingException Unknown(string key, string origin)
        => new($"{origin}: '{OnOneLine(key)}' is not a setting; " +
            (NearestSetting.Of(key) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", SettingsTable.All)}."));

    internal static SettingException All(IEnumerable<string> problems) => new(string.Join('\n', problems));

    /// <summary>What somebody wrote, fit to be quoted in a message.</summary>
    internal static string OnOneLine(string value)
    {
        var line = string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= LongestValue ? line : line[..LongestValue] + "...";
    }
}
