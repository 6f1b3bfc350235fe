using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Converts one text.</summary>
[Cmdlet(VerbsData.Convert, "FastMdText")]
[OutputType(typeof(string))]
public sealed class ConvertFastMdTextCommand : ConversionCommand
{
    private readonly List<string> _lines = [];
    private BatchPump? _pump;
    private bool _hasFiles;

    // No value of the engine: the shell looks at the fields before the engine can be loaded.
    private int _unnamedFormat;

    /// <summary>The text, of which lines that come one by one are joined, or files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            if (FileOf(item) is not { } file)
            {
                _lines.Add(LanguagePrimitives.ConvertTo<string>(item));
                continue;
            }

            // Each file is a document of its own, and so are the lines before it.
            ConvertLines();
            _hasFiles = true;
            ConvertFile(file);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_hasFiles || _lines.Count > 0)
        {
            ConvertLines(evenNone: true);
        }

        _pump!.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Cancel();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _pump?.Dispose();

    private protected override void Begin(SettingsResolver settings)
    {
        var options = JobOptions.From(settings, new PathResolver(this).WorkingDirectory, destination: null, force: false).WithModuleWorkers(mayChoose: false);
        _unnamedFormat = (int)options.Target.UnnamedFormat;
        _pump = Pump(options with { Batch = options.Batch with { Workers = 1 } }, new(), new(this, annotate: false), Emit);
    }

    private void Emit(ConversionResult result)
    {
        if (result.Content is { } content)
        {
            WriteObject(content);
        }
    }

    /// <summary>The absolute path that an object stands for; null where it is text. What Get-Content gives is text, whatever path it carries.</summary>
    private static string? FileOf(object item) => (item is PSObject { BaseObject: var inner } ? inner : item) switch
    {
        FileSystemInfo file => file.FullName,
        PathInfo path => path.ProviderPath,
        _ => null,
    };

    private void ConvertLines(bool evenNone = false)
    {
        if (_lines.Count > 0 || evenNone)
        {
            Convert(DocumentSource.FromText(string.Join('\n', _lines), format: (DocumentFormat)_unnamedFormat));
            _lines.Clear();
        }
    }

    private void ConvertFile(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
        {
            Convert(DocumentSource.FromFile(path, file.Length));
        }
        else
        {
            WriteError(DiagnosticErrors.PathNotFound(path, Directory.Exists(path)
                ? $"'{path}' is a directory and no document; Convert-FastMdBatch converts what is in it."
                : $"'{path}' does not exist."));
        }
    }

    private void Convert(DocumentSource source)
    {
        foreach (var document in _pump!.Plan([source]))
        {
            _pump.Admit(document);
        }
    }
}
