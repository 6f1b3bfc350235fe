namespace FastMd.Engine.Configuration;

/// <summary>A setting has a value it may not have, or a settings file is not what it should be.</summary>
public sealed class SettingException : Exception
{
    /// <summary>An exception with a message for the user.</summary>
    public SettingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal static SettingException NotAllowed(Setting setting, string value, string origin)
        => new($"{origin}: '{value}' is not a value for {setting.Key}; allowed: {setting.Allowed}.");
}
