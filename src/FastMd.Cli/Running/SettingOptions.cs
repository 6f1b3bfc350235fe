using System.CommandLine;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Running;

/// <summary>
/// The options that stand for settings: named, described and checked by the one table of settings. To the command line they are text,
/// whatever they hold: options of other types would each be compiled anew in every process.
/// </summary>
internal sealed class SettingOptions
{
    private readonly List<Action<ParseResult, SettingsResolver>> _takers = [];
    private readonly Command _command;
    private readonly Setting? _except;

    /// <param name="command">The command that they are added to.</param>
    /// <param name="except">One that is left to <c>--set</c>, because the command has an option of that name that means something else.</param>
    public SettingOptions(Command command, Setting? except = null)
    {
        (_command, _except) = (command, except);
        AddChoice(SettingsTable.To);
        AddChoice(SettingsTable.As);
        AddPage();
        AddValue(SettingsTable.Template, "FILE");
        AddChoice(SettingsTable.Flavor);
        AddChoice(SettingsTable.RawHtml);
        AddValue(SettingsTable.Encoding, "NAME");
        AddSwitch(SettingsTable.StrictEncoding, turnsTo: true, "Fail documents that hold bytes their encoding does not allow.");
        AddList(SettingsTable.Include);
        AddList(SettingsTable.Exclude);
        AddChoice(SettingsTable.FollowLinks);
        AddSwitch(SettingsTable.Incremental, turnsTo: false, "Convert everything, and take nothing down for the next run.");
        AddChoice(SettingsTable.Assets);
        AddSwitch(SettingsTable.LinkWarnings, turnsTo: false, "Say nothing of links that lead to nothing; fastmd check reports them all the same.");
        AddList(SettingsTable.IgnoreLinks);
        AddValue(SettingsTable.Root, "DIR");
        AddSwitch(SettingsTable.ReadmeAsIndex, turnsTo: true, "Have README.md become index.html where its folder has no index of its own.");
        AddChoice(SettingsTable.ResourceProfile);
        AddValue(SettingsTable.Workers, "N", "-j");
        AddChoice(SettingsTable.Isolation);
        AddValue(SettingsTable.Processes, "N");
        AddSwitch(SettingsTable.Parallel, turnsTo: false, "Convert documents one after the other.");
        AddSwitch(SettingsTable.Adaptive, turnsTo: false, "Keep the number of workers, whatever memory and disks say.");
        AddValue(SettingsTable.CpuLimitPercent, "PERCENT");
        AddSwitch(SettingsTable.Ordered, turnsTo: false, "Report documents as they are ready, not in the order of the input.");
        AddValue(SettingsTable.TimeoutSeconds, "SECONDS");
        AddValue(SettingsTable.MemoryLimitMB, "MB");
        AddValue(SettingsTable.MaxDocumentMB, "MB");
        AddValue(SettingsTable.RateLimit, "LIMIT");
        AddValue(SettingsTable.BatchSize, "N");
        AddValue(SettingsTable.OtlpEndpoint, "URL");
        AddChoice(SettingsTable.MdxFormat);
        AddChoice(SettingsTable.MdxComponents);
        AddChoice(SettingsTable.JsxRuntime);
        AddValue(SettingsTable.JsxImportSource, "MODULE");
        AddValue(SettingsTable.ProviderImportSource, "MODULE");
        AddSwitch(SettingsTable.Development, turnsTo: true, "Write JavaScript for development: elements carry their places in the source.");
        AddChoice(SettingsTable.MdxProgram);
        AddSwitch(SettingsTable.KeepJsx, turnsTo: true, "Keep JSX in JavaScript, for a later compiler.");
        AddValue(SettingsTable.FrontMatterExport, "NAME");
        AddSwitch(SettingsTable.MdxHeadingIds, turnsTo: true, "Give headings ids in JavaScript.");
        AddValue(SettingsTable.ContentsExport, "NAME");
        AddSwitch(SettingsTable.RewriteLinks, turnsTo: true, "Have links to other documents lead to their modules in JavaScript.");
        AddSwitch(SettingsTable.SourceMap, turnsTo: true, "End JavaScript with a source map, as a comment.");
        AddChoice(SettingsTable.ContextProfile);
        AddValue(SettingsTable.SiteUrl, "URL");
        AddValue(SettingsTable.Repository, "URL");
        AddValue(SettingsTable.Ref, "NAME");
        AddSwitch(SettingsTable.StripUrls, turnsTo: true, "Have links in context become their text.");
        AddChoice(SettingsTable.Tokens);
        AddValue(SettingsTable.Chunks, "TOKENS");
        AddValue(SettingsTable.MaxTokens, "TOKENS");
        AddSwitch(SettingsTable.LlmsTxt, turnsTo: true, "Write llms.txt beside context: a list of links to all of it.");
        AddSwitch(SettingsTable.LlmsFull, turnsTo: true, "Write llms-full.txt beside context: all of it in one file.");
        AddChoice(SettingsTable.Books);
        AddValue(SettingsTable.PdfPassword, "TEXT");
        AddChoice(SettingsTable.PdfEngine);
        AddSwitch(SettingsTable.PdfImages, turnsTo: true, "Extract images of PDF, and show them at the end of their page.");
        AddValue(SettingsTable.Ocr, "COMMAND");
        AddAny();
    }

    /// <summary>The settings in force for a command that runs in the working directory, and the file some of them come from.</summary>
    /// <exception cref="SettingException">Values are not allowed; all of them are named.</exception>
    public (SettingsResolver Settings, SettingsFile? File) Read(ParseResult line, ProcessEnvironment environment)
    {
        var file = SettingsFile.FindUpward(environment.WorkingDirectory);
        var settings = new SettingsResolver(environment.Variable, file, environment.WorkingDirectory);
        Give(line, settings);
        return (settings, file);
    }

    /// <summary>Hands over what stands on the command line.</summary>
    /// <exception cref="SettingException">Values are not allowed; all of them are named.</exception>
    public void Give(ParseResult line, SettingsResolver settings)
    {
        Each(_takers, take => take(line, settings));
    }

    /// <summary>Goes through all of them, and names all that is wrong.</summary>
    private static void Each<T>(IEnumerable<T> all, Action<T> take)
    {
        var problems = new List<string>();
        foreach (var one in all)
        {
            try
            {
                take(one);
            }
            catch (SettingException invalid)
            {
                problems.Add(invalid.Message);
            }
        }

        if (problems.Count > 0)
        {
            throw new SettingException(string.Join('\n', problems));
        }
    }

    private void AddChoice(Setting setting) => AddText(
        setting,
        $"{setting.Meaning} [{setting.Allowed}; default: {setting.DefaultText}]",
        setting.Allowed.Replace(", ", "|", StringComparison.Ordinal));

    private void AddValue(Setting setting, string unit, params string[] aliases) => AddText(
        setting,
        setting.DefaultText.Length > 0 ? $"{setting.Meaning} [default: {setting.DefaultText}]" : setting.Meaning,
        unit,
        aliases);

    private void AddText(Setting setting, string description, string unit, params string[] aliases)
    {
        if (setting == _except)
        {
            return;
        }

        var option = new Option<string>(setting.Option, aliases) { Description = description, HelpName = unit };
        _command.Options.Add(option);
        _takers.Add((line, settings) =>
        {
            if (line.GetValue(option) is { } text)
            {
                settings.GiveText(setting, text, setting.Option);
            }
        });
    }

    private void AddList(Setting<IReadOnlyList<string>> setting)
    {
        var option = new Option<string[]>(setting.Option)
        {
            Description = $"{setting.Meaning} May be given more than once.{(setting.Default.Count > 0 ? $" [default: {setting.DefaultText}]" : "")}",
            HelpName = "PATTERN",
        };
        _command.Options.Add(option);
        _takers.Add((line, settings) =>
        {
            if (line.GetValue(option) is { Length: > 0 } patterns)
            {
                settings.Give(setting, patterns, setting.Option);
            }
        });
    }

    private void AddPage()
    {
        var option = new Option<bool>("--page") { Description = $"Make pages: short for {SettingsTable.As.Option} page." };
        _command.Options.Add(option);
        _takers.Add((line, settings) =>
        {
            if (line.GetValue(option))
            {
                settings.Give(SettingsTable.As, OutputForm.Page, option.Name);
            }
        });
    }

    // The last one: a setting that has an option of its own as well is given by it then, and known to be.
    private void AddAny()
    {
        var option = new Option<string[]>(Setting.GeneralOption)
        {
            Description = "Give any setting by its key in fastmd.json; lists are separated by ';'. May be given more than once.",
            HelpName = "KEY=VALUE",
        };
        _command.Options.Add(option);
        _takers.Add((line, settings) => Each(line.GetValue(option) ?? [], given => Give(given, settings)));
    }

    private static void Give(string given, SettingsResolver settings)
    {
        var separator = given.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0)
        {
            throw new SettingException(OneLine.Of($"{Setting.GeneralOption}: '{given}' gives no value; write {Setting.GeneralOption} KEY=VALUE."));
        }

        var setting = settings.Named(given[..separator].Trim(), Setting.GeneralOption);
        settings.GiveText(setting, given[(separator + 1)..], $"{Setting.GeneralOption} {setting.Key}");
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
}
