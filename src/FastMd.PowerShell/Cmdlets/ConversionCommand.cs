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

/// <summary>What all cmdlets that convert have in common: how a document is converted.</summary>
public abstract class ConversionCommand : PSCmdlet, IDisposable
{
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

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            var given = new GivenSettings(this);
            Take(given);
            given.Take(Setting);
            Begin(given.Settings);
        }
        catch (SettingException invalid)
        {
            ThrowTerminatingError(DiagnosticErrors.InvalidSetting(invalid));
        }
    }

    /// <summary>Ends what is running, however the pipeline ended.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);

    /// <summary>Begins, with the settings in force.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    private protected abstract void Begin(SettingsResolver settings);

    /// <summary>Takes the parameters that the user gave.</summary>
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

    /// <summary>A batch that hands its results over and says what there is to say of them.</summary>
    private protected BatchPump Pump(JobOptions options, JobRequest request, ResultPresenter presenter, Action<ConversionResult> emit)
        => new(this, options, request, presenter, result =>
        {
            presenter.Show(result);
            emit(result);
        });
}
