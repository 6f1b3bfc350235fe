using FastMd.Engine.Rpc.Conversion;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Tells a client how far a batch is: twenty times a second at most, and at its end.</summary>
internal sealed class BatchProgressNotifier : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly MessageWriter _writer;
    private readonly string _id;
    private readonly BatchRun _batch;
    private readonly bool _isWanted;
    private readonly PeriodicTimer _timer;
    private readonly Task _telling;
    private int _told = -1;

    public BatchProgressNotifier(MessageWriter writer, string id, BatchRun batch, bool isWanted, TimeProvider time)
    {
        (_writer, _id, _batch, _isWanted) = (writer, id, batch, isWanted);
        _timer = new(Period, time);
        _telling = isWanted ? TellAsync() : Task.CompletedTask;
    }

    /// <summary>Tells the client that all is done.</summary>
    /// <exception cref="IOException">The client is gone.</exception>
    public async Task EndAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        if (_isWanted)
        {
            await NotifyAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Tells it no more: what is to be told has been when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _telling.ConfigureAwait(false);
    }

    private async Task TellAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
            {
                if (_batch.Completed != _told && _batch.Completed < _batch.Total)
                {
                    await NotifyAsync().ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // The client is gone: whoever writes the results finds out as well.
        }
    }

    private Task NotifyAsync()
    {
        var completed = _told = _batch.Completed;
        return _writer.WriteNotificationAsync("progress", json =>
        {
            json.WriteStartObject();
            json.WriteString("batchId"u8, _id);
            json.WriteNumber("completed"u8, completed);
            json.WriteNumber("total"u8, _batch.Total);
            if (_batch.CurrentFile is { } file)
            {
                json.WriteString("currentFile"u8, file);
            }

            json.WriteEndObject();
        });
    }
}
