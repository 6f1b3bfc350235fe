using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Steps;
using FastMd.Engine.Steps.Commands;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Steps;

/// <summary>A command, run for one document. The commands are of a shell that every Unix has.</summary>
public sealed class CommandStepTests : IDisposable
{
    private const string Shell = "/bin/sh";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CommandStepTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands of these tests are of Unix.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_command_gets_the_document_on_standard_input_and_what_it_writes_is_the_output()
        => Assert.Equal("<P>GRÜSSE</P>".Replace("Ü", "ü", StringComparison.Ordinal), Run("tr a-z A-Z", "<p>grüsse</p>"));

    [Fact]
    public void An_argument_with_braces_gets_the_path_of_a_file_that_goes_afterwards()
    {
        var said = Run(["-c", "cat \"$1\"; printf '\\n%s' \"$1\"; cat", "sh", "{}"], "<p>text</p>").Split('\n');

        Assert.Equal("<p>text</p>", said[0]);
        Assert.EndsWith(".html", said[1], StringComparison.Ordinal);
        Assert.False(File.Exists(said[1]));
    }

    [Fact]
    public void The_file_is_nobody_elses_to_read()
        => Assert.StartsWith("-rw-------", Run(["-c", "ls -l \"$1\"", "sh", "{}"], "secret"), StringComparison.Ordinal);

    [Fact]
    public void Braces_may_stand_within_an_argument()
        => Assert.StartsWith("--in=/", Run(["-c", "printf '%s' \"$1\"", "sh", "--in={}"], ""), StringComparison.Ordinal);

    [Fact]
    public void No_shell_looks_at_the_arguments()
        => Assert.Equal("$HOME; `id` \"x y\" *", Run(["-c", "printf '%s' \"$1\"", "sh", "$HOME; `id` \"x y\" *"], ""));

    [Fact]
    public void The_environment_says_which_document_it_is()
        => Assert.Equal("/docs/a.md guide/a.md html", Run("printf '%s' \"$FASTMD_SOURCE $FASTMD_NAME $FASTMD_TARGET\"", ""));

    [Fact]
    public void The_command_runs_in_the_working_directory()
    {
        _folder.Write("terms.txt", "Haus");

        Assert.Equal("Haus", Run("cat terms.txt", ""));
    }

    [Fact]
    public void A_command_that_reads_nothing_is_content_with_a_large_document()
        => Assert.Equal("done", Run("printf done", new('x', 1_000_000)));

    [Fact]
    public void A_command_may_write_much_before_it_reads()
    {
        var output = Run("head -c 1000000 /dev/zero | tr '\\0' y; head -c 1000000 /dev/zero | tr '\\0' e >&2; cat", new('x', 1_000_000));

        Assert.Equal(2_000_000, output.Length);
        Assert.Equal('x', output[^1]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_output() => Assert.Equal("text", Run("printf '\\357\\273\\277text'", ""));

    [Fact]
    public void Output_that_is_not_UTF_8_fails_the_document()
        => Assert.Contains("not UTF-8", Failure("printf '\\377'").Diagnostic.Message, StringComparison.Ordinal);

    [Fact]
    public void Output_without_end_is_refused_and_its_command_ended()
        => Assert.Contains("more than 64 MB", Failure("exec cat /dev/zero").Diagnostic.Message, StringComparison.Ordinal);

    [Fact]
    public void An_exit_code_fails_the_document_with_the_last_lines_that_the_command_said()
    {
        var failure = Failure("printf 'one\\ntwo\\n\\nthree\\n' >&2; exit 3");

        Assert.Equal((DiagnosticCodes.StepFailed, false), (failure.Diagnostic.Code, failure.IsTransient));
        Assert.Equal("The command failed: exit code 3; it said: one / two / three", failure.Diagnostic.Message);
    }

    [Fact]
    public void Exit_code_75_asks_to_be_tried_again()
    {
        var failure = Failure("exit 75");

        Assert.Equal((DiagnosticCodes.StepRefused, true, null), (failure.Diagnostic.Code, failure.IsTransient, failure.RetryAfter));
    }

    [Theory]
    [InlineData("Retry-After: 120")]
    [InlineData("< retry-after: 120")]
    [InlineData("Retry-After: Sun, 01 Mar 2026 12:02:00 GMT")]
    public void With_a_Retry_After_it_is_the_answer_of_a_service_that_asks_for_a_pause(string line)
        => Assert.Equal(TimeSpan.FromMinutes(2), Failure($"echo 'too many'; echo '{line}' >&2; exit 75").RetryAfter);

    [Fact]
    public void Without_exit_code_75_a_Retry_After_asks_for_nothing()
        => Assert.False(Failure("echo 'Retry-After: 5' >&2; exit 1").IsTransient);

    [Fact]
    public void A_command_that_is_gone_fails_the_document()
    {
        var failure = Assert.Throws<DocumentException>(() => new CommandStep(_folder.At("gone"), [], _folder.Path, _time).Run(Input(""), TestContext.Current.CancellationToken));

        Assert.Equal((DiagnosticCodes.StepFailed, false), (failure.Diagnostic.Code, failure.IsTransient));
    }

    [Fact]
    public async Task A_document_that_is_given_up_ends_its_command_and_all_that_the_command_started()
    {
        using var abandoned = new CancellationTokenSource();
        var running = Task.Run(
            () => RunUntil(["-c", "sh -c 'echo $$ > pid.new; mv pid.new pid; exec sleep 600'; echo never"], "", abandoned.Token), CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => _folder.Has("pid"), TimeSpan.FromSeconds(60)));
        var inner = int.Parse(_folder.Read("pid"), null);

        await abandoned.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(inner), TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void What_a_command_leaves_behind_in_the_background_does_not_hold_the_document_up_by_its_errors()
        => Assert.Equal("done", Run("sleep 600 > /dev/null & echo $! > left; printf done", "") is var output && Kill() ? output : null);

    private bool Kill()
    {
        using var left = System.Diagnostics.Process.GetProcessById(int.Parse(_folder.Read("left"), null));
        left.Kill();
        return true;
    }

    private static bool IsRunning(int id)
    {
        // One that nobody waited for is over all the same.
        if (File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private DocumentException Failure(string script) => Assert.Throws<DocumentException>(() => Run(script, "<p>text</p>"));

    private string Run(string script, string document) => Run(["-c", script], document);

    private string Run(string[] arguments, string document) => RunUntil(arguments, document, TestContext.Current.CancellationToken);

    private string RunUntil(string[] arguments, string document, CancellationToken abandoned)
        => Encoding.UTF8.GetString(new CommandStep(Shell, arguments, _folder.Path, _time).Run(Input(document), abandoned).Span);

    private static StepInput Input(string document) => new(Encoding.UTF8.GetBytes(document))
    {
        SourcePath = "/docs/a.md",
        Name = "guide/a.md",
        Target = "html",
        Extension = ".html",
    };
}
