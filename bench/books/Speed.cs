using System.Diagnostics;
using System.Globalization;
using FastMd.Engine.Books.Pdf;

namespace FastMd.Books;

/// <summary>Pages a minute, against pdftotext.</summary>
internal static class Speed
{
    public static int Measure(string[] options)
    {
        var pages = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 2000;
        var size = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 50;
        var file = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"fastmd-made-{pages}.pdf");
        if (!File.Exists(file))
        {
            Made.Write(file, pages);
        }

        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var length = Texts.Of(new PdfSource(new() { PagesPerPart = size }), file).Length;
            Line($"FastMd, parts of {size}", pages, watch.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - processor, $"{length / 1024} KB, {GC.GetTotalAllocatedBytes() / 1_000_000} MB allocated so far");
        }

        var own = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "/dev/null"]))!;
        process.WaitForExit();
        Line("pdftotext", pages, own.Elapsed, own.Elapsed, "(one thread)");
        return 0;
    }

    private static void Line(string name, int pages, TimeSpan time, TimeSpan processor, string remark)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {time.TotalSeconds:0.00} s  {pages / time.TotalMinutes:0} pages/min, {processor.TotalSeconds:0.00} s of processors  {remark}"));
}
