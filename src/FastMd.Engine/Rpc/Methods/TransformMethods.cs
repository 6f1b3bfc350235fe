using System.Text.Json;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Methods that convert documents.</summary>
/// <param name="transformer">Converts.</param>
/// <param name="metrics">Counts.</param>
/// <param name="time">The clock.</param>
internal sealed class TransformMethods(Transformer transformer, RpcMetrics metrics, TimeProvider time)
{
    public static Task<RpcAnswer> CancelBatchAsync(RpcRequest request)
    {
        var isThere = request.Session.Batches.TryGetValue(request.Read(RpcJson.Default.CancelBatchParameters).BatchId, out var batch);
        batch?.Cancel();
        return Task.FromResult(RpcAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("cancelled"u8, isThere);
            json.WriteEndObject();
        }));
    }

    public async Task<RpcAnswer> TransformAsync(RpcRequest request)
    {
        var parameters = request.Read(RpcJson.Default.TransformParameters);
        var transformed = await transformer.RunAsync(parameters, request.Settings, common: null, request.Cancellation).ConfigureAwait(false);
        Count(transformed);
        if (transformed.IsConverted)
        {
            return RpcAnswer.Of(json => ResultJson.Write(json, transformed), transformed);
        }

        throw new RpcException(
            Transformer.CodeOf(transformed), Transformer.MessageOf(transformed), json => ResultJson.WriteFailure(json, transformed));
    }

    public async Task<RpcAnswer> TransformBatchAsync(RpcRequest request)
    {
        var parameters = request.Read(RpcJson.Default.TransformBatchParameters);
        Check(parameters);
        var id = parameters.BatchId ?? request.Id.Text;
        var batch = new BatchRun(parameters, request.Settings, transformer, time);
        if (!request.Session.Batches.TryAdd(id, batch))
        {
            throw new RpcException(RpcErrors.InvalidRequest, $"The batchId '{id}' is that of a batch that still runs: every batch needs one of its own.");
        }

        try
        {
            // From here on it can be cancelled: the next message may be read.
            await Task.Yield();
            return await RunAsync(request, id, batch, parameters.Options ?? new()).ConfigureAwait(false);
        }
        finally
        {
            request.Session.Batches.TryRemove(id, out _);
        }
    }

    private static void Check(TransformBatchParameters parameters)
    {
        if (parameters.Options is { MaxWorkers: < 1 })
        {
            throw new RpcException(RpcErrors.InvalidParams, "options.maxWorkers: it must be 1 or more.");
        }

        if (parameters.Options is { TimeoutMs: < 1 })
        {
            throw new RpcException(RpcErrors.InvalidParams, "options.timeoutMs: it must be 1 or more.");
        }

        if (parameters.Files.Any(static file => file is null))
        {
            throw new RpcException(RpcErrors.InvalidParams, "files: an array of objects is expected.");
        }
    }

    private async Task<RpcAnswer> RunAsync(RpcRequest request, string id, BatchRun batch, BatchOptionsMessage options)
    {
        var started = time.GetTimestamp();
        var counts = new int[Enum.GetValues<ConversionStatus>().Length];
        var collected = new ResultCollector();
        try
        {
            var progress = new BatchProgressNotifier(request.Session.Writer, id, batch, isWanted: options.Progress != false, time);
            await using (progress.ConfigureAwait(false))
            {
                await batch.RunAsync(
                    (index, outcome) =>
                    {
                        counts[(int)outcome.Status]++;
                        Count(outcome.Transformed);
                        return options.Stream ? NotifyAsync(index, outcome) : collected.AddAsync(index, outcome);
                    },
                    request.Cancellation).ConfigureAwait(false);
                await progress.EndAsync().ConfigureAwait(false);
            }
        }
        catch
        {
            collected.Dispose();
            throw;
        }

        var elapsed = time.GetElapsedTime(started);
        return options.Stream ? RpcAnswer.Of(WriteAll, collected) : RpcAnswer.Of(WriteMembers, "results", collected.End());

        Task NotifyAsync(int index, BatchOutcome outcome) => request.Session.Writer.WriteNotificationAsync("batch/result", json =>
        {
            json.WriteStartObject();
            json.WriteString("batchId"u8, id);
            ResultJson.WriteOfBatch(json, index, outcome);
            json.WriteEndObject();
        });

        void WriteAll(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            WriteMembers(json);
            json.WriteEndObject();
        }

        void WriteMembers(Utf8JsonWriter json)
        {
            json.WriteString("batchId"u8, id);
            json.WriteStartObject("summary"u8);
            json.WriteNumber("total"u8, batch.Total);
            foreach (var status in (ReadOnlySpan<ConversionStatus>)[ConversionStatus.Converted, ConversionStatus.Failed, ConversionStatus.TimedOut, ConversionStatus.Cancelled])
            {
                json.WriteNumber(ResultJson.NameOf(status), counts[(int)status]);
            }

            json.WriteNumber("elapsedMs"u8, Math.Round(elapsed.TotalMilliseconds, 3));
            json.WriteEndObject();
        }
    }

    private void Count(Transformed? transformed) => metrics.Document(transformed is { IsConverted: true } ? transformed.Code.Length : null);
}
