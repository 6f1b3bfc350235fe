using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;
using FastMd.Engine.Steps;
using FastMd.PowerShell.Results;

namespace FastMd.PowerShell.Running;

/// <summary>
/// A script block that makes the output of each document, in runspaces of its own: as many as run at once, each kept for the next document. The
/// runspace of the pipeline is busy with the batch, and would let one document through at a time.
/// </summary>
internal sealed class ScriptStep : IDisposable
{
    private readonly ConcurrentBag<Runspace> _free = [];
    private readonly string _script;
    private readonly UsingValues _using;
    private readonly bool _takesDocument;
    private readonly bool _takesInput;
    private readonly string _location;
    private readonly PSHost _host;
    private readonly PSLanguageMode _languageMode;
    private volatile bool _isOver;

    /// <param name="cmdlet">The cmdlet that it was given to.</param>
    /// <param name="script">The script block.</param>
    /// <exception cref="ArgumentException">It refers to what cannot be handed over.</exception>
    public ScriptStep(PSCmdlet cmdlet, ScriptBlock script)
    {
        _script = script.ToString();
        _using = UsingValues.Of(script, cmdlet);
        (_takesDocument, _takesInput) = ParametersOf(script);
        _location = cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        _host = cmdlet.Host;
        _languageMode = cmdlet.SessionState.LanguageMode;
    }

    /// <summary>What outputs depend on by it: its text, and values from outside.</summary>
    public string Identity => $"script\n{_script}\n{_using.Identity}";

    /// <summary>Makes the output of a document.</summary>
    /// <param name="input">The document.</param>
    /// <param name="cancellation">Stops the script block.</param>
    /// <exception cref="Engine.Documents.DocumentException">The script block failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadOnlyMemory<byte> Run(StepInput input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var runspace = _free.TryTake(out var kept) ? kept : Open();
        var shell = System.Management.Automation.PowerShell.Create();
        shell.Runspace = runspace;
        using var piped = new PSDataCollection<string>();
        using var output = new PSDataCollection<PSObject>();
        Prepare(shell, runspace, input, piped);
        var running = shell.BeginInvoke(piped, output);
        WaitHandle.WaitAny([running.AsyncWaitHandle, cancellation.WaitHandle]);
        if (cancellation.IsCancellationRequested)
        {
            // A script that waits for something outside may take its time to stop: nobody waits for that.
            shell.BeginStop(_ => Discard(shell, runspace), null);
            cancellation.ThrowIfCancellationRequested();
        }

        try
        {
            shell.EndInvoke(running);
            return shell.Streams.Error is [var error, ..] ? throw ScriptFailures.Of(error, TimeProvider.System.GetUtcNow()) : Joined(output);
        }
        catch (RuntimeException failed)
        {
            throw ScriptFailures.Of(failed.ErrorRecord, TimeProvider.System.GetUtcNow());
        }
        finally
        {
            shell.Dispose();
            Keep(runspace);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOver = true;
        while (_free.TryTake(out var runspace))
        {
            runspace.Dispose();
        }
    }

    /// <summary>Whether it has a parameter for the document, and whether it takes pipeline input.</summary>
    private static (bool TakesDocument, bool TakesInput) ParametersOf(ScriptBlock script)
    {
        if (script.Ast is not ScriptBlockAst { ParamBlock: { } block })
        {
            return (false, true);
        }

        var attributes = block.Parameters.SelectMany(static parameter => parameter.Attributes.OfType<AttributeAst>())
            .Where(static attribute => IsNamed(attribute, "Parameter")).ToList();
        var bindsInput = attributes.SelectMany(static attribute => attribute.NamedArguments)
            .Any(static argument => argument.ArgumentName.StartsWith("ValueFromPipeline", StringComparison.OrdinalIgnoreCase));
        var isAdvanced = attributes.Count > 0 || block.Attributes.Any(static attribute => IsNamed(attribute, "CmdletBinding"));
        return (block.Parameters.Count > 0 && !bindsInput, bindsInput || !isAdvanced);
    }

    private static bool IsNamed(AttributeAst attribute, string name) => attribute.TypeName.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlyMemory<byte> Joined(PSDataCollection<PSObject> output)
        => Encoding.UTF8.GetBytes(string.Join('\n', output.Select(static item => item is null ? "" : LanguagePrimitives.ConvertTo<string>(item))));

    private static void Discard(System.Management.Automation.PowerShell shell, Runspace runspace)
    {
        shell.Dispose();
        runspace.Dispose();
    }

    private void Prepare(System.Management.Automation.PowerShell shell, Runspace runspace, StepInput input, PSDataCollection<string> piped)
    {
        var text = Encoding.UTF8.GetString(input.Content.Span);
        var document = new FastMdDocument { Source = input.SourcePath, Name = input.Name, Target = input.Target, Text = text };
        runspace.SessionStateProxy.SetVariable("_", text);
        runspace.SessionStateProxy.SetVariable("FastMdDocument", document);
        shell.AddScript(_script, useLocalScope: true);
        if (_using.Values.Count > 0)
        {
            shell.AddParameter(UsingValues.Parameter, _using.Values);
        }

        if (_takesDocument)
        {
            shell.AddArgument(document);
        }

        if (_takesInput)
        {
            piped.Add(text);
        }

        piped.Complete();
    }

    private Runspace Open()
    {
        var state = InitialSessionState.CreateDefault2();
        state.LanguageMode = _languageMode;
        state.Variables.Add(new SessionStateVariableEntry("ErrorActionPreference", ActionPreference.Stop, description: null));
        var runspace = RunspaceFactory.CreateRunspace(_host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(_location));
        return runspace;
    }

    private void Keep(Runspace runspace)
    {
        if (_isOver || runspace.RunspaceStateInfo.State != RunspaceState.Opened)
        {
            runspace.Dispose();
            return;
        }

        _free.Add(runspace);
    }
}
