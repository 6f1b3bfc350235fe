namespace FastMd.Engine.Reports.Live;

/// <summary>The page of a report, for a job that runs: it asks for what is new where it came from, and nowhere else.</summary>
internal static class LivePage
{
    /// <summary>The page as UTF-8.</summary>
    /// <param name="live">What it shows at first; null while nothing is known of any job.</param>
    public static byte[] Write(LiveReport? live)
    {
        using var output = new MemoryStream();
        SelfContainedPage.Write(SelfContainedPage.Live, output, json =>
        {
            if (live is null)
            {
                json.WriteNullValue();
            }
            else
            {
                LiveJson.Write(live, new JsonFields(json) { KeepsHalves = true });
            }
        });
        return output.ToArray();
    }
}
