using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace FastMd.Books;

/// <summary>How many of the words that pdftotext finds are in FastMd's text, and in the same order.</summary>
internal static class Recall
{
    private const int FewestWords = 30;

    private sealed record Row(string File, int Words, double Ours, double Mutool, double Order, double Extra, string Remark);

    public static async Task<int> Measure(string folder, string[] options)
    {
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var rows = new ConcurrentBag<Row>();
        var failures = new ConcurrentBag<string>();
        var done = 0;
        var cache = Texts.After(options, "--cache");
        var workers = new ConcurrentBag<Worker>();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) =>
        {
            var worker = workers.TryTake(out var free) ? free : new();
            var compared = await Compare(file, cache, worker, failures);
            workers.Add(worker);
            if (compared is { } row)
            {
                rows.Add(row);
            }

            if (Interlocked.Increment(ref done) % 100 == 0)
            {
                Console.Error.WriteLine($"{done}/{files.Count}");
            }
        });
        foreach (var worker in workers)
        {
            worker.Dispose();
        }

        Report([.. rows.OrderBy(row => row.Ours).ThenBy(row => row.File, StringComparer.Ordinal)], failures, options, folder);
        return 0;
    }

    private static async Task<Row?> Compare(string file, string? cache, Worker worker, ConcurrentBag<string> failures)
    {
        // Words as they are on the page: in its other modes pdftotext joins those that are broken at the end of a line.
        var expected = Words.Of(await Reference("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"], file, cache));
        if (expected.Count < FewestWords)
        {
            return null;
        }

        var (text, error) = await worker.Convert(file);
        var ordered = Words.Of(await Reference("pdftotext", ["-enc", "UTF-8", file, "-"], file, cache));
        var mutool = await Reference("mutool", ["draw", "-F", "txt", file], file, cache);
        if (error.Length > 0)
        {
            failures.Add($"{file}: {error}");
        }

        var words = Words.OfMarkdown(text);
        return new(file, expected.Count, Share(expected, words), Share(expected, Words.Of(mutool)), Order(ordered, words), Share(words, expected), error);
    }

    /// <summary>What another program makes of it; kept where there is a folder for that.</summary>
    private static async Task<string> Reference(string program, string[] arguments, string file, string? cache)
    {
        var kept = cache is null ? null : Path.Combine(cache, $"{program}-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', arguments))))[..24]}.txt");
        if (File.Exists(kept))
        {
            return await File.ReadAllTextAsync(kept);
        }

        var output = (await Child.Run(program, arguments)).Output;
        if (kept is not null)
        {
            Directory.CreateDirectory(cache!);
            await File.WriteAllTextAsync(kept, output);
        }

        return output;
    }

    /// <summary>The share of words that are among others, each as often.</summary>
    private static double Share(List<string> expected, List<string> words)
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var found = 0;
        foreach (var word in expected)
        {
            if (counts.TryGetValue(word, out var count) && count > 0)
            {
                counts[word] = count - 1;
                found++;
            }
        }

        return expected.Count == 0 ? 1 : found / (double)expected.Count;
    }

    /// <summary>Kendall's tau of the places of words that both have once.</summary>
    private static double Order(List<string> expected, List<string> words)
    {
        const int Most = 3000;
        var own = Once(words);
        var places = Once(expected).OrderBy(pair => pair.Value).Where(pair => own.ContainsKey(pair.Key)).Select(pair => own[pair.Key]).Take(Most).ToList();
        long agree = 0;
        long all = 0;
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = i + 1; j < places.Count; j++)
            {
                agree += places[i] < places[j] ? 1 : -1;
                all++;
            }
        }

        return all == 0 ? 1 : agree / (double)all;
    }

    private static Dictionary<string, int> Once(List<string> words)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < words.Count; i++)
        {
            places[words[i]] = places.ContainsKey(words[i]) ? -1 : i;
        }

        return places.Where(pair => pair.Value >= 0).ToDictionary();
    }

    private static void Report(List<Row> rows, ConcurrentBag<string> failures, string[] options, string folder)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rows.Count} files with text\n\n| | median recall | mean | ≥ 0.98 | ≥ 0.9 |\n|---|---:|---:|---:|---:|\n");
        Line(text, "FastMd", [.. rows.Select(row => row.Ours)]);
        Line(text, "mutool", [.. rows.Select(row => row.Mutool)]);
        Line(text, "precision", [.. rows.Select(row => row.Extra)]);
        Line(text, "order (tau)", [.. rows.Select(row => row.Order)]);
        text.Append(CultureInfo.InvariantCulture, $"\n{failures.Count} failures\n");
        foreach (var failure in failures.Order(StringComparer.Ordinal))
        {
            text.Append("- ").Append(failure).Append('\n');
        }

        var worst = int.Parse(Texts.After(options, "--worst") ?? "40", CultureInfo.InvariantCulture);
        text.Append("\n| recall | mutool | order | precision | words | file |\n|---:|---:|---:|---:|---:|---|\n");
        foreach (var row in rows.Take(worst))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Ours:0.000} | {row.Mutool:0.000} | {row.Order:0.00} | {row.Extra:0.000} | {row.Words} | {Path.GetRelativePath(folder, row.File)} {row.Remark} |\n");
        }

        text.Append("\nWorst order:\n\n");
        foreach (var row in rows.OrderBy(row => row.Order).Take(worst))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Ours:0.000} | {row.Mutool:0.000} | {row.Order:0.00} | {row.Extra:0.000} | {row.Words} | {Path.GetRelativePath(folder, row.File)} |\n");
        }

        Console.Write(text);
        if (Texts.After(options, "--write") is { } file)
        {
            File.WriteAllText(file, text.ToString());
        }
    }

    private static void Line(StringBuilder text, string name, double[] values)
    {
        Array.Sort(values);
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {(values.Length == 0 ? 0 : values[values.Length / 2]):0.0000} | {values.DefaultIfEmpty().Average():0.0000} | {values.Count(value => value >= 0.98) / (double)Math.Max(1, values.Length):0.0%} | {values.Count(value => value >= 0.9) / (double)Math.Max(1, values.Length):0.0%} |\n");
    }
}
