using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Converts one text.</summary>
[Cmdlet(VerbsData.Convert, "FastMdText")]
[OutputType(typeof(string))]
public sealed class ConvertFastMdTextCommand : PSCmdlet, IDisposable
{
    private readonly List<string> _lines = [];
    private BatchPump? _pump;
    private ResultPresenter? _presenter;

    /// <summary>The text; lines that come one by one are joined.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] InputObject { get; set; } = [];

    /// <summary>Target format.</summary>
    [Parameter]
    public FastMdTarget To { get; set; }

    /// <summary>Markdown flavour.</summary>
    [Parameter]
    public FastMdFlavor Flavor { get; set; }

    /// <summary>What becomes of raw HTML.</summary>
    [Parameter]
    public FastMdRawHtml RawHtml { get; set; }

    /// <summary>Seconds after which the text is given up.</summary>
    [Parameter]
    public double TimeoutSec { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _presenter = new(this, annotate: false);
        try
        {
            var given = new GivenSettings(this);
            given.Take(SettingsTable.To, To.ToEngine());
            given.Take(SettingsTable.Flavor, Flavor.ToEngine());
            given.Take(SettingsTable.RawHtml, RawHtml.ToEngine());
            given.Take(SettingsTable.TimeoutSeconds, TimeoutSec);
            var options = JobOptions.From(
                given.Settings, SessionState.Path.CurrentFileSystemLocation.ProviderPath, destination: null, overwriteReadOnly: false);
            _pump = new(this, options with { Batch = options.Batch with { Workers = 1 } }, Emit);
        }
        catch (SettingException invalid)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidSetting(invalid));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _lines.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var document in _pump!.Plan([DocumentSource.FromText(string.Join('\n', _lines))]))
        {
            _pump.Admit(document);
        }

        _pump.Finish();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _pump?.Dispose();

    private void Emit(ConversionResult result)
    {
        _presenter!.Show(result);
        if (result.Content is { } content)
        {
            WriteObject(content);
        }
    }
}
