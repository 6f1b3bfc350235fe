namespace FastMd.Cli.Telemetry;

/// <summary>
/// Watches what is sent, and says why something did not arrive. The exporter keeps that to itself but for an event source, which speaks
/// for the whole process and falls silent where code is trimmed.
/// </summary>
internal sealed class SendFailures(Action<string> report) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Checked(base.Send(request, cancellationToken));
        }
        catch (Exception failure)
        {
            Report(request, failure);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Checked(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            Report(request, failure);
            throw;
        }
    }

    private HttpResponseMessage Checked(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            Report(response.RequestMessage!, $"it answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        }

        return response;
    }

    private void Report(HttpRequestMessage request, Exception failure)
        => Report(request, failure is OperationCanceledException ? "it did not answer in time" : failure.Message);

    private void Report(HttpRequestMessage request, string reason) => report(
        $"Telemetry did not reach {Collector.Name(request.RequestUri!)}: {reason}. Check the address (OTLP over HTTP is mostly on port 4318) and that a collector listens there; the documents are not affected.");
}
