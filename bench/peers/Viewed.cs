using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace FastMd.Peers;

/// <summary>A conversion that is watched: by viewers of its dashboard of which one reads, one reads slowly, and one not at all, in turn.</summary>
internal static class Viewed
{
    public const string Mode = "--viewed";

    private const string Announced = "Dashboard: ";

    /// <summary>The command that runs another one with so many viewers; with none it has no dashboard either.</summary>
    public static Command With(int viewers, string program, IReadOnlyList<string> arguments)
        => Command.Self([Mode, viewers.ToString(CultureInfo.InvariantCulture), program, .. arguments, .. viewers > 0 ? ["--dashboard"] : Array.Empty<string>()]);

    public static int Run(ReadOnlySpan<string> arguments)
    {
        var viewers = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        using var process = Process.Start(new ProcessStartInfo(arguments[1], arguments[2..].ToArray()) { RedirectStandardError = true })!;
        var watching = new List<Task>();
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Announced, StringComparison.Ordinal))
            {
                var events = new Uri(new Uri(line[Announced.Length..]), "events");
                watching.AddRange(Enumerable.Range(0, viewers).Select(viewer => Task.Run(() => (viewer % 3) switch
                {
                    0 => ReadAsync(events, pause: TimeSpan.Zero),
                    1 => ReadAsync(events, pause: TimeSpan.FromSeconds(2)),
                    _ => IgnoreAsync(events),
                })));
            }
            else
            {
                Console.Error.WriteLine(line);
            }
        }

        process.WaitForExit();
        if (watching.Count != viewers || watching.Exists(static viewer => viewer.IsFaulted))
        {
            Console.Error.WriteLine($"Of {viewers} viewers not all could watch.");
            return 1;
        }

        return process.ExitCode;
    }

    private static async Task ReadAsync(Uri events, TimeSpan pause)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, events);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        try
        {
            while (await reader.ReadLineAsync() is not null)
            {
                await Task.Delay(pause);
            }
        }
        catch (Exception end) when (end is IOException or HttpRequestException)
        {
            // The job was over while this one was still reading.
        }
    }

    /// <summary>Asks, and never reads what comes.</summary>
    private static async Task IgnoreAsync(Uri events)
    {
        using var client = new TcpClient { ReceiveBufferSize = 1024 };
        await client.ConnectAsync(events.Host, events.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {events.AbsolutePath} HTTP/1.1\r\nHost: {events.Authority}\r\n\r\n"));
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
