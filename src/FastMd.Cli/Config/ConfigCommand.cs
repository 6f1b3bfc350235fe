using System.CommandLine;
using System.Text;
using FastMd.Cli.Running;
using FastMd.Engine.Configuration;

namespace FastMd.Cli.Config;

/// <summary><c>fastmd config</c>: each setting's value, and where it came from.</summary>
internal sealed class ConfigCommand : Command
{
    private readonly Option<string> _directory = new("--directory", "-d")
    {
        Description = $"Directory at or above which {SettingsFile.FileName} is looked for [default: the working directory].",
        HelpName = "DIR",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object a setting to standard output." };

    private readonly Option<bool> _schema = new("--schema")
    {
        Description = $"Write the JSON schema of {SettingsFile.FileName} to standard output, and nothing else.",
    };

    private readonly SettingOptions _settings;
    private readonly ProcessEnvironment _environment;

    public ConfigCommand(ProcessEnvironment environment, CancellationToken interruption)
        : base("config", "Shows each setting's value, its default and where it came from. Options that are settings count as they would elsewhere.")
    {
        _environment = environment;
        Options.Add(_directory);
        Options.Add(_json);
        Options.Add(_schema);
        _settings = new(this);
        SetAction(line => Guarded.Run(environment, () => Task.FromResult(Run(line)), interruption));
    }

    private int Run(ParseResult line)
    {
        // Everything is known before anything is written.
        Action<TextWriter> write = line.GetValue(_schema) ? static text => text.Write(SettingsSchema.Text) : Settings(line);
        using var output = new StreamWriter(_environment.Output(), new UTF8Encoding(false)) { NewLine = "\n" };
        write(output);
        return ExitCodes.Success;
    }

    private Action<TextWriter> Settings(ParseResult line)
    {
        var folder = Folder(line.GetValue(_directory));
        var file = SettingsFile.FindUpward(folder);
        var settings = new SettingsResolver(_environment.Variable, file);
        _settings.Give(line, settings);
        var rows = settings.ResolveAll();
        return line.GetValue(_json)
            ? text => ConfigJson.Write(rows, text)
            : text => ConfigTable.Write(rows, file?.Path, folder, text);
    }

    private string Folder(string? given)
    {
        if (given is "")
        {
            throw new UsageException("--directory needs the path of a directory.");
        }

        var folder = Path.GetFullPath(given ?? ".", _environment.WorkingDirectory);
        return Directory.Exists(folder) ? folder : throw new UsageException($"--directory: there is no directory '{folder}'.");
    }
}
