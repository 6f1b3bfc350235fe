using System.CommandLine;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Convert;

/// <summary>The options that stand for settings: named, described and checked by the one table of settings.</summary>
internal sealed class SettingOptions
{
    private readonly List<Action<ParseResult, SettingsResolver>> _takers = [];
    private readonly Command _command;

    public SettingOptions(Command command)
    {
        _command = command;
        AddValue(SettingsTable.To);
        AddValue(SettingsTable.Flavor);
        AddValue(SettingsTable.RawHtml);
        AddText(SettingsTable.Encoding, "NAME");
        AddSwitch(SettingsTable.StrictEncoding, turnsTo: true, "Fail documents that hold bytes their encoding does not allow.");
        AddList(SettingsTable.Include);
        AddList(SettingsTable.Exclude);
        AddValue(SettingsTable.ResourceProfile);
        AddNumber(SettingsTable.Workers, "N", "-j");
        AddSwitch(SettingsTable.Parallel, turnsTo: false, "Convert documents one after the other.");
        AddSwitch(SettingsTable.Adaptive, turnsTo: false, "Keep the number of workers, whatever memory and disks say.");
        AddNumber(SettingsTable.CpuLimitPercent, "PERCENT");
        AddSwitch(SettingsTable.Ordered, turnsTo: false, "Report documents as they are ready, not in the order of the input.");
        AddNumber(SettingsTable.TimeoutSeconds, "SECONDS");
        AddNumber(SettingsTable.MemoryLimitMB, "MB");
        AddNumber(SettingsTable.MaxDocumentMB, "MB");
        AddNumber(SettingsTable.BatchSize, "N");
        AddText(SettingsTable.OtlpEndpoint, "URL");
    }

    /// <summary>Hands over what stands on the command line.</summary>
    public void Give(ParseResult line, SettingsResolver settings)
    {
        foreach (var take in _takers)
        {
            take(line, settings);
        }
    }

    private void AddValue<TEnum>(Setting<TEnum> setting)
        where TEnum : struct, Enum
    {
        var option = new Option<TEnum>(setting.Option)
        {
            Description = $"{setting.Meaning} [{setting.Allowed}; default: {setting.DefaultText}]",
            HelpName = setting.Allowed.Replace(", ", "|", StringComparison.Ordinal),
            CustomParser = argument => Enum.TryParse<TEnum>(argument.Tokens[0].Value, ignoreCase: true, out var value) && Enum.IsDefined(value)
                ? value
                : Refuse<TEnum>(argument, setting),
        };
        Add(option, setting, static value => value);
    }

    private void AddNumber<T>(Setting<T> setting, string unit, params string[] aliases)
        where T : struct
    {
        var option = new Option<T>(setting.Option, aliases)
        {
            Description = $"{setting.Meaning} [default: {setting.DefaultText}]",
            HelpName = unit,
        };
        Add(option, setting, static value => value);
    }

    private void AddText(Setting<string> setting, string unit)
    {
        var option = new Option<string>(setting.Option)
        {
            Description = setting.Default.Length > 0 ? $"{setting.Meaning} [default: {setting.DefaultText}]" : setting.Meaning,
            HelpName = unit,
        };
        Add(option, setting, static value => value);
    }

    private void AddList(Setting<IReadOnlyList<string>> setting)
    {
        var option = new Option<string[]>(setting.Option)
        {
            Description = $"{setting.Meaning} May be given more than once.{(setting.Default.Count > 0 ? $" [default: {setting.DefaultText}]" : "")}",
            HelpName = "PATTERN",
        };
        Add(option, setting, static value => value);
    }

    private void AddSwitch(Setting<bool> setting, bool turnsTo, string meaning)
    {
        var option = new Option<bool>(setting.Option) { Description = meaning };
        _command.Options.Add(option);
        _takers.Add((line, settings) =>
        {
            if (line.GetValue(option))
            {
                settings.Give(setting, turnsTo, setting.Option);
            }
        });
    }

    private void Add<TOption, TSetting>(Option<TOption> option, Setting<TSetting> setting, Func<TOption, TSetting> valueOf)
        where TSetting : notnull
    {
        _command.Options.Add(option);
        _takers.Add((line, settings) =>
        {
            if (line.GetResult(option) is { Implicit: false } && line.GetValue(option) is { } value)
            {
                settings.Give(setting, valueOf(value), setting.Option);
            }
        });
    }

    private static T Refuse<T>(System.CommandLine.Parsing.ArgumentResult argument, Setting setting)
        where T : struct
    {
        argument.AddError($"{setting.Option}: '{argument.Tokens[0].Value}' is not allowed; there are: {setting.Allowed}.");
        return default;
    }
}
