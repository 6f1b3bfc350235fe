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
    public static byte[] Of(JobOptions options, SettingsResolver settings)
    {
        var writer = new RecordWriter();
        writer.Hash(HashOf(options));
        writer.Text(options.BasePath);
        writer.Optional(options.Destination);
        writer.Optional(options.OutputFile);
        writer.Flag(options.Incremental);
        writer.Flag(options.ChecksLinks);
        writer.Flag(options.CollectsExternalLinks);
        writer.Flag(options.Target is MarkdownTarget { Checks: true });
        writer.Flag(options.Target.Template is not null);
        var given = settings.ResolveAll().Where(static setting => setting.Origin != SettingOrigin.Default && setting.Setting != SettingsTable.As).ToList();
        writer.Number(given.Count);
        foreach (var setting in given)
        {
            writer.Text(setting.Setting.Key);
            writer.Text(setting.Setting is Setting<string> { IsPath: true } path ? path.JsonOf(settings.GetPath(path) ?? "") : setting.Json);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Makes what reads and converts the documents of a job.</summary>
    /// <param name="description">What <see cref="Of"/> made.</param>
    /// <exception cref="InvalidDataException">It is none, or what it says comes to something else here.</exception>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static IDocumentExecutor Open(ReadOnlyMemory<byte> description)
    {
        var reader = new RecordReader(description);
        var hash = reader.Hash();
        var (basePath, destination, outputFile) = (reader.Text(), reader.Optional(), reader.Optional());
        var (incremental, checksLinks, collectsExternal, checksFormat, isPage) = (reader.Flag(), reader.Flag(), reader.Flag(), reader.Flag(), reader.Flag());
        var settings = new SettingsResolver(static _ => null, file: null, basePath);
        for (var left = reader.Count(); left > 0; left--)
        {
            var key = reader.Text();
            using var json = JsonDocument.Parse(reader.Text());
            settings.GiveJson(SettingsTable.Find(key) ?? throw SettingException.Unknown(key, Origin), json.RootElement, Origin);
        }

        // Which of two settings was named nearer by is lost on the way, and what came of it is not.
        settings.Give(SettingsTable.As, isPage ? OutputForm.Page : OutputForm.Fragment, Origin);
        var options = JobOptions.From(settings, basePath, destination, force: false) with
        {
            Incremental = incremental,
            ChecksLinks = checksLinks,
            CollectsExternalLinks = collectsExternal,
        };
        options = outputFile is null ? options : options.AsOneFile(outputFile);
        options = checksFormat && options.Target is MarkdownTarget formatter ? options with { Target = formatter with { Checks = true } } : options;
        return HashOf(options) == hash
            ? new DocumentExecutor(JobExecutors.ExecutingOf(options, JobExecutors.LinksOf(options, new())) with { IsInWorker = true })
            : throw new InvalidDataException("the settings, or a file that they name, come to something else there");
    }

    private static ContentHash HashOf(JobOptions options)
        => ContentHash.Of($"{options.Target.WithoutTemplate()}\n{options.Target.Template?.Hash.Hex}\n{options.Reading}\n{options.Links}\n{options.MaximumDocumentBytes}");
}
