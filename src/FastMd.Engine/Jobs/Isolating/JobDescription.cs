using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Isolating;

/// <summary>
/// What the documents of a job become, as plain data for a process that converts some of them: the settings that are not the default, and the folders.
/// A hash of what the settings came to goes along; where the other process reads them otherwise, it refuses the job.
/// </summary>
internal static class JobDescription
{
    private const string Origin = "the job";

    /// <summary>Describes a job.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="settings">The settings that its options were made from.</param>
    /// <param name="travels">Which settings go along; all of them where it is null.</param>
    /// <param name="pathOf">What a path among the sources is called where the description is read; the same where it is null.</param>
    /// <param name="outputOf">What a path among the outputs is called there; the same where it is null.</param>
    public static byte[] Of(
        JobOptions options, SettingsResolver settings, Func<Setting, bool>? travels = null, Func<string, string>? pathOf = null, Func<string, string>? outputOf = null)
    {
        pathOf ??= static path => path;
        outputOf ??= static path => path;
        var writer = new RecordWriter();
        writer.Hash(HashOf(options, options.Links.Root is { } root ? pathOf(root) : null));
        writer.Text(pathOf(options.BasePath));
        writer.Optional(options.Destination is { } destination ? outputOf(destination) : null);
        writer.Optional(options.OutputFile is { } file ? outputOf(file) : null);
        writer.Flag(options.Incremental);
        writer.Flag(options.ChecksLinks);
        writer.Flag(options.CollectsExternalLinks);
        writer.Flag(options.Target is MarkdownTarget { Checks: true });
        writer.Flag(options.Target.Template is not null);
        var given = settings.ResolveAll()
            .Where(setting => setting.Origin != SettingOrigin.Default && setting.Setting != SettingsTable.As && travels?.Invoke(setting.Setting) != false)
            .ToList();
        writer.Number(given.Count);
        foreach (var setting in given)
        {
            writer.Text(setting.Setting.Key);
            writer.Text(setting.Setting is Setting<string> { IsPath: true } path ? path.JsonOf(settings.GetPath(path) is { } named ? pathOf(named) : "") : setting.Json);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Makes what reads and converts the documents of a job.</summary>
    /// <param name="description">What <see cref="Of"/> made.</param>
    /// <exception cref="InvalidDataException">It is none, or what it says comes to something else here.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static IDocumentExecutor Open(ReadOnlyMemory<byte> description)
    {
        var options = Read(description, static path => path, static path => path, static _ => null);
        return new DocumentExecutor(JobExecutors.ExecutingOf(options, JobExecutors.LinksOf(options, new())) with { IsInWorker = true });
    }

    /// <summary>What the documents of a job depend on.</summary>
    /// <param name="description">What <see cref="Of"/> made.</param>
    /// <param name="sourceOf">Absolute path of what a path among the sources is called here.</param>
    /// <param name="outputOf">Absolute path of what a path among the outputs is called here.</param>
    /// <param name="environment">Looks up an environment variable, for settings that are this process's own.</param>
    /// <exception cref="InvalidDataException">It is none, or what it says comes to something else here.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static JobOptions Read(ReadOnlyMemory<byte> description, Func<string, string> sourceOf, Func<string, string> outputOf, Func<string, string?> environment)
    {
        var reader = new RecordReader(description);
        var hash = reader.Hash();
        var (basePath, destination, outputFile) = (sourceOf(reader.Text()), reader.Optional(), reader.Optional());
        var (incremental, checksLinks, collectsExternal, checksFormat, isPage) = (reader.Flag(), reader.Flag(), reader.Flag(), reader.Flag(), reader.Flag());
        var settings = new SettingsResolver(environment, file: null, basePath);
        string? root = null;
        for (var left = reader.Count(); left > 0; left--)
        {
            var key = reader.Text();
            var setting = SettingsTable.Find(key) ?? throw SettingException.Unknown(key, Origin);
            using var json = JsonDocument.Parse(reader.Text());
            if (setting is Setting<string> { IsPath: true } path && json.RootElement.GetString() is { Length: > 0 } named)
            {
                root = setting == SettingsTable.Root ? named : root;
                settings.Give(path, sourceOf(named), Origin);
            }
            else
            {
                settings.GiveJson(setting, json.RootElement, Origin);
            }
        }

        // Which of two settings was named nearer by is lost on the way, and what came of it is not.
        settings.Give(SettingsTable.As, isPage ? OutputForm.Page : OutputForm.Fragment, Origin);
        var options = JobOptions.From(settings, basePath, destination is null ? null : outputOf(destination), force: false) with
        {
            Incremental = incremental,
            ChecksLinks = checksLinks,
            CollectsExternalLinks = collectsExternal,
        };
        options = outputFile is null ? options : options.AsOneFile(outputOf(outputFile));
        options = checksFormat && options.Target is MarkdownTarget formatter ? options with { Target = formatter with { Checks = true } } : options;
        return HashOf(options, root) == hash ? options : throw new InvalidDataException("the settings, or a file that they name, come to something else there");
    }

    // Paths differ from machine to machine: the one that outputs depend on counts by its name on the way.
    private static ContentHash HashOf(JobOptions options, string? root)
        => ContentHash.Of($"{options.Target.WithoutTemplate()}\n{options.Target.Template?.Hash.Hex}\n{options.Reading}\n{options.Links with { Root = root }}\n{options.MaximumDocumentBytes}");
}
