using System.Collections;
using System.Globalization;
using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.PowerShell.Parameters.Mdx;

namespace FastMd.PowerShell.Parameters;

/// <summary>The settings in force for a cmdlet: its parameters, then the environment, then <c>fastmd.json</c> above <c>$PWD</c>.</summary>
internal sealed class GivenSettings(PSCmdlet cmdlet)
{
    /// <summary>The settings, ready for parameters.</summary>
    public SettingsResolver Settings { get; } = new(
        Environment.GetEnvironmentVariable,
        SettingsFile.FindUpward(cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath),
        cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath);

    /// <summary>Takes a parameter down if the user gave it.</summary>
    public void Take<T>(Setting<T> setting, T value)
        where T : notnull
    {
        var parameter = setting.Parameter.TrimStart('-');
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter))
        {
            Settings.Give(setting, value, setting.Parameter);
        }
    }

    /// <summary>Takes a parameter down that is text, whatever its setting is, if the user gave it.</summary>
    public void TakeText(Setting setting, string value)
    {
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(setting.Parameter.TrimStart('-')))
        {
            Settings.GiveText(setting, value, setting.Parameter);
        }
    }

    /// <summary>Takes a parameter down, of one cmdlet alone, if the user gave it.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="setting">The setting it stands for.</param>
    /// <param name="value">Its value.</param>
    public void TakeAs<T>(string parameter, Setting<T> setting, T value)
        where T : notnull
    {
        if (cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter))
        {
            Settings.Give(setting, value, "-" + parameter);
        }
    }

    /// <summary>Takes down what the user gave of the settings for MDX.</summary>
    public void Take(FastMdMdxOption mdx)
    {
        Give(SettingsTable.MdxFormat, mdx.MdxFormat);
        Give(SettingsTable.MdxComponents, mdx.MdxComponents);
        Give(SettingsTable.JsxRuntime, mdx.JsxRuntime);
        Give(SettingsTable.JsxImportSource, mdx.JsxImportSource);
        Give(SettingsTable.JsxPragma, mdx.JsxPragma);
        Give(SettingsTable.JsxPragmaFragment, mdx.JsxPragmaFragment);
        Give(SettingsTable.JsxPragmaImportSource, mdx.JsxPragmaImportSource);
        Give(SettingsTable.ProviderImportSource, mdx.ProviderImportSource);
        Give(SettingsTable.Development, mdx.Development);
        Give(SettingsTable.MdxProgram, mdx.MdxProgram);
        Give(SettingsTable.KeepJsx, mdx.KeepJsx);
        Give(SettingsTable.FrontMatterExport, mdx.FrontMatterExport);
        Give(SettingsTable.MdxHeadingIds, mdx.MdxHeadingIds);
        Give(SettingsTable.ContentsExport, mdx.ContentsExport);
        Give(SettingsTable.RewriteLinks, mdx.RewriteLinks);
        Give(SettingsTable.SourceMap, mdx.SourceMap);
    }

    /// <summary>Takes down what the user gave by key: last, so that a setting which has a parameter of its own as well is known to be given.</summary>
    public void Take(Hashtable given)
    {
        var problems = new List<string>();
        foreach (DictionaryEntry entry in given)
        {
            try
            {
                Take($"{entry.Key}", Plain(entry.Value));
            }
            catch (SettingException invalid)
            {
                problems.Add(invalid.Message);
            }
        }

        if (problems.Count > 0)
        {
            // A hashtable has no order of its own.
            throw new SettingException(string.Join('\n', problems.Order(StringComparer.Ordinal)));
        }
    }

    private void Take(string key, object? value)
    {
        var setting = Settings.Named(key, Setting.GeneralParameter);
        if (setting.Parameter.Length == 0)
        {
            throw new SettingException($"{Setting.GeneralParameter} {setting.Key}: only the executable, fastmd, has it; leave it out.");
        }

        var origin = $"{Setting.GeneralParameter} {setting.Key}";
        if (setting is Setting<IReadOnlyList<string>> list && value is not string && LanguagePrimitives.GetEnumerable(value) is { } items)
        {
            Settings.Give(list, [.. items.Cast<object?>().Select(Text)], origin);
        }
        else if (value is not null)
        {
            var text = LanguagePrimitives.GetEnumerable(value) is { } parts ? string.Join(';', parts.Cast<object?>().Select(Text)) : Text(value);
            Settings.GiveText(setting, setting.IsPath && text.Length > 0 ? new PathResolver(cmdlet).Required(text) : text, origin);
        }
    }

    private static object? Plain(object? value) => value is PSObject { BaseObject: var inner } ? inner : value;

    private static string Text(object? value) => Convert.ToString(Plain(value), CultureInfo.InvariantCulture) ?? "";

    private void Give(Setting setting, object? value)
    {
        if (value is not null)
        {
            Settings.GiveText(setting, value.ToString()!, setting.Parameter);
        }
    }
}
