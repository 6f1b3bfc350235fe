using System.Collections;
using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.Engine.Jobs;
using FastMd.Engine.Pipeline;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Parameters.Mdx;
using FastMd.PowerShell.Reporting;
using FastMd.PowerShell.Results;
using FastMd.PowerShell.Running;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>What all cmdlets that convert have in common: how a document is converted, and the batch behind them.</summary>
public abstract class ConversionCommand : PSCmdlet, IDisposable
{
    private BatchPump? _pump;

    /// <summary>Target format.</summary>
    [Parameter]
    public FastMdTarget To { get; set; }

    /// <summary>Fragments or pages.</summary>
    [Parameter]
    public FastMdOutputForm As { get; set; }

    /// <summary>File that pages are made by.</summary>
    [Parameter]
    public string Template { get; set; } = "";

    /// <summary>Markdown flavour.</summary>
    [Parameter]
    public FastMdFlavor Flavor { get; set; }

    /// <summary>What becomes of raw HTML.</summary>
    [Parameter]
    public FastMdRawHtml RawHtml { get; set; }

    /// <summary>How MDX is converted.</summary>
    [Parameter]
    [ValidateNotNull]
    [MdxOption]
    [ArgumentCompleter(typeof(MdxOptionCompleter))]
    public FastMdMdxOption MdxOption { get; set; } = new();

    /// <summary>Seconds after which a document is given up.</summary>
    [Parameter]
    public double TimeoutSec { get; set; }

    /// <summary>Any settings, by their keys.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SettingCompleter))]
    public Hashtable Setting { get; set; } = [];

    private protected BatchPump Pump => _pump!;

    private protected string WorkingDirectory => new PathResolver(this).WorkingDirectory;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var presenter = Presenter();
        try
        {
            var given = new GivenSettings(this);
            Take(given);
            given.Take(Setting);
            _pump = new(this, Options(given.Settings), Request, presenter, result =>
            {
                presenter.Show(result);
                Emit(result);
            });
        }
        catch (SettingException invalid)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidSetting(invalid));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Pump.Finish();

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.Cancel();

    /// <summary>Ends the batch, however the pipeline ended.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing) => _pump?.Dispose();

    private protected abstract ResultPresenter Presenter();

    /// <summary>What the job depends on.</summary>
    private protected abstract JobOptions Options(SettingsResolver settings);

    /// <summary>What is wanted besides the outputs.</summary>
    private protected virtual JobRequest Request => new();

    /// <summary>Hands a result to the pipeline.</summary>
    private protected abstract void Emit(ConversionResult result);

    /// <summary>Takes the parameters down that the user gave.</summary>
    private protected virtual void Take(GivenSettings given)
    {
        given.Take(SettingsTable.To, To.ToEngine());
        given.Take(SettingsTable.As, As.ToEngine());
        given.Take(SettingsTable.Template, Template.Length > 0 ? new PathResolver(this).Required(Template) : "");
        given.Take(SettingsTable.Flavor, Flavor.ToEngine());
        given.Take(SettingsTable.RawHtml, RawHtml.ToEngine());
        given.Take(SettingsTable.TimeoutSeconds, TimeoutSec);
        given.Take(MdxOption);
    }
}
