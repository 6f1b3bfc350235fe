using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.JavaScript;

/// <summary>The scanners judge code as the reference does, to the offset.</summary>
public class VerdictTests(ITestOutputHelper output)
{
    private const int Mutations = 4_000;

    private static readonly string[] Pieces =
    [
        "}", "{", "(", ")", "[", "]", "<", ">", "/", "=", "=>", "...", ".", ",", ";", ":", "?", "??", "?.", "+", "*", "**", "!", "&&", "|", "\"", "'", "`", "${",
        "\\", "//", "/*", "*/", "\n", "\n\n", " ", "a", "1", "let ", "const ", "function ", "class ", "async ", "await ", "new ", "return ", "if ", "for ", "of ",
        "in ", "import ", "export ", "default ", "from ", "as ", "get ", "static ", "<a>", "</a>", "<a/>", "<>", "</>", "&amp;", "typeof ", "++", "é", "0x", "08",
        "this", "super", "eval", "arguments", "yield ",
    ];

    public static TheoryData<string, string, string> Known
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (use, text, verdict) in Verdict.Known)
            {
                data.Add(use, text, verdict);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_code_is_judged_as_the_reference_judges_it(string use, string text, string verdict)
        => Assert.Equal(verdict, Verdict.Of(use, text));

    [Fact]
    public async Task The_reference_still_judges_known_code_so()
        => Assert.Equal(
            Verdict.Known.Select(known => known.Verdict),
            await JudgeAsync([.. Verdict.Known.Select(known => (known.Use, known.Text))]));

    [Fact]
    public async Task Code_that_was_tampered_with_is_judged_alike()
    {
        var random = new Random(1);
        var cases = Enumerable.Range(0, Mutations).Select(_ => Verdict.Known[random.Next(Verdict.Known.Count)])
            .Select(known => (known.Use, Text: Mutated(known.Text, random))).ToArray();
        var verdicts = await JudgeAsync(cases);

        var (accepted, placed) = (0, 0);
        for (var i = 0; i < cases.Length; i++)
        {
            var ours = Verdict.Of(cases[i].Use, cases[i].Text);
            accepted += ours[0] == verdicts[i][0] ? 1 : 0;
            placed += ours == verdicts[i] ? 1 : 0;
            if (ours != verdicts[i])
            {
                output.WriteLine($"{cases[i].Use} {JsonSerializer.Serialize(cases[i].Text)}: {ours}, reference: {verdicts[i]}");
            }
        }

        Assert.InRange(accepted, cases.Length * 0.998, cases.Length);
        Assert.InRange(placed, cases.Length * 0.99, cases.Length);
    }

    private static string Mutated(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(mutated.Length + 1);
            if (random.Next(3) == 0)
            {
                mutated.Remove(at, Math.Min(random.Next(1, 4), mutated.Length - at));
            }
            else
            {
                mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }
        }

        return mutated.Append(random.Next(2) == 0 ? " x }" : "").ToString();
    }

    private static async Task<string[]> JudgeAsync((string Use, string Text)[] cases)
    {
        await NodePackages.RequireAsync();
        var start = new ProcessStartInfo("node", [Path.Combine(NodePackages.Folder, "judge-javascript.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var verdicts = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var (use, text) in cases)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { use, text }));
        }

        node.StandardInput.Close();
        var lines = (await verdicts).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(cases.Length, lines.Length);
        return lines;
    }
}
