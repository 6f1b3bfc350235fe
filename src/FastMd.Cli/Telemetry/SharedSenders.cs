namespace FastMd.Cli.Telemetry;

/// <summary>What sends to each collector. It begins with the first export that asks for it and ends with the last that returns it.</summary>
internal static class SharedSenders
{
    private static readonly Dictionary<Uri, (OtlpSender Sender, int Users)> InUse = [];

    /// <summary>What sends to a collector, to be returned.</summary>
    public static OtlpSender Take(Uri endpoint)
    {
        lock (InUse)
        {
            var (sender, users) = InUse.TryGetValue(endpoint, out var shared) ? shared : (new OtlpSender(endpoint), 0);
            InUse[endpoint] = (sender, users + 1);
            return sender;
        }
    }

    /// <summary>Sends what there is, and gives it back.</summary>
    public static void Return(Uri endpoint, TimeSpan timeout)
    {
        var (sender, users) = Leave(endpoint);
        if (users > 0)
        {
            sender.Flush(timeout);
            return;
        }

        sender.Shutdown(timeout);
        sender.Dispose();
    }

    /// <summary>The sender, and who uses it still.</summary>
    private static (OtlpSender Sender, int Users) Leave(Uri endpoint)
    {
        lock (InUse)
        {
            var (sender, users) = InUse[endpoint];
            if (users > 1)
            {
                InUse[endpoint] = (sender, users - 1);
            }
            else
            {
                InUse.Remove(endpoint);
            }

            return (sender, users - 1);
        }
    }
}
