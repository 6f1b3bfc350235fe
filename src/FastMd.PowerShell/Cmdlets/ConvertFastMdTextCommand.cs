using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Converts one text.</summary>
[Cmdlet(VerbsData.Convert, "FastMdText")]
[OutputType(typeof(string))]
public sealed class ConvertFastMdTextCommand : ConversionCommand
{
    private readonly List<string> _lines = [];

    // No value of the engine: the shell looks at the fields before the engine can be loaded.
    private bool _wantsMdx;

    /// <summary>The text; lines that come one by one are joined.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _lines.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var document in Pump.Plan([DocumentSource.FromText(string.Join('\n', _lines), format: DocumentFormats.OfUnnamed(_wantsMdx))]))
        {
            Pump.Admit(document);
        }

        base.EndProcessing();
    }

    private protected override ResultPresenter Presenter() => new(this, annotate: false);

    private protected override JobOptions Options(SettingsResolver settings)
    {
        var options = JobOptions.From(settings, WorkingDirectory, destination: null, force: false);
        _wantsMdx = options.To == TargetFormat.Mdx;
        return options with { Batch = options.Batch with { Workers = 1 } };
    }

    private protected override void Emit(ConversionResult result)
    {
        if (result.Content is { } content)
        {
            WriteObject(content);
        }
    }
}
