using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Messages;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Engine.Workers.Hosting;

/// <summary>
/// The worker's side of the protocol: one thread reads a request, converts, answers, and takes the next one. So a document that ends the process is
/// the only one to blame, and nobody is woken between two documents. It ends when the parent closes its input.
/// </summary>
/// <param name="input">What the parent writes.</param>
/// <param name="output">What the parent reads.</param>
/// <param name="open">Makes the executor of a job from its description.</param>
internal sealed class WorkerHost(Stream input, Stream output, Func<ReadOnlyMemory<byte>, IDocumentExecutor> open)
{
    private readonly FrameReader _reader = new(input);
    private readonly FrameWriter _writer = new(output);
    private readonly Dictionary<long, IDocumentExecutor> _jobs = [];

    // What came while a document waited for memory.
    private readonly Queue<Frame> _ahead = new();

    /// <summary>Serves the parent until it closes its side.</summary>
    /// <exception cref="InvalidDataException">The parent wrote what is no frame.</exception>
    /// <exception cref="IOException">The parent is gone.</exception>
    public void Run()
    {
        while ((_ahead.TryDequeue(out var frame) ? frame : _reader.Read()) is { } next)
        {
            using (next)
            {
                if (!Take(next))
                {
                    return;
                }
            }
        }
    }

    private bool Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Hello:
                return Greet(Greeting.Read(frame.Payload));
            case FrameKind.Open:
                Open(frame.Payload);
                return true;
            case FrameKind.Close:
                _jobs.Remove(NumberMessage.Read(frame.Payload));
                return true;
            case FrameKind.Work:
                Answer(WorkMessage.Read(frame.Payload));
                return true;
            default:
                throw new InvalidDataException($"A parent sends no frame of kind {frame.Kind} here.");
        }
    }

    private bool Greet(Greeting parent)
    {
        if (Greeting.Own.Mismatch(parent) is { } mismatch)
        {
            Refuse(0, mismatch);
            return false;
        }

        _writer.Write(FrameKind.Ready, Greeting.Own.Write);
        return true;
    }

    private void Open(ReadOnlyMemory<byte> payload)
    {
        var reader = new RecordReader(payload);
        var job = reader.Number();
        try
        {
            _jobs[job] = open(reader.Rest);
        }
        catch (Exception failure)
        {
            Refuse(job, failure.Message);
            return;
        }

        _writer.Write(FrameKind.Opened, record => record.Number(job));
    }

    private void Refuse(long job, string reason) => _writer.Write(FrameKind.Refused, record =>
    {
        record.Number(job);
        record.Text(reason);
    });

    private void Answer(WorkMessage work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Exception failure;
        try
        {
            using var executed = Execute(work) with { AllocatedElsewhere = GC.GetAllocatedBytesForCurrentThread() - allocated };
            if (Send(work.Id, executed) is not { } tooLong)
            {
                return;
            }

            failure = tooLong;
        }
        catch (ParentException)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            _writer.Write(FrameKind.Cancelled, record => record.Number(work.Id));
            return;
        }
        catch (Exception failed)
        {
            failure = failed;
        }

        _writer.Write(FrameKind.Failed, record => FailureMessage.Write(record, work.Id, failure));
    }

    private InvalidOperationException? Send(long id, ExecutedDocument executed)
    {
        try
        {
            var content = executed.Content is null ? default : executed.Content.ReadBytes();
            _writer.Write(FrameKind.Done, record => DoneMessage.Write(record, id, executed), content.Span);
            return null;
        }
        catch (InvalidOperationException tooLong)
        {
            return tooLong;
        }
        catch (IOException gone)
        {
            throw new ParentException(gone);
        }
    }

    private ExecutedDocument Execute(WorkMessage work)
        => _jobs.TryGetValue(work.Job, out var executor)
            ? executor.Execute(work.Work, new Execution(this, work))
            : throw new InvalidOperationException("The job of the document is not open.");

    /// <summary>Whether the parent grants the memory that the document in hand needs.</summary>
    private bool IsGranted(long id, long length, long need)
    {
        try
        {
            _writer.Write(FrameKind.NeedsMemory, record =>
            {
                record.Number(id);
                record.Number(length);
                record.Number(need);
            });
            while (_reader.Read() is { } frame)
            {
                if (frame.Kind is not (FrameKind.Granted or FrameKind.Cancel))
                {
                    _ahead.Enqueue(frame);
                    continue;
                }

                using (frame)
                {
                    return frame.Kind == FrameKind.Granted;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException)
        {
            throw new ParentException(gone);
        }

        throw new ParentException(new EndOfStreamException());
    }

    /// <summary>What the executor knows of the attempt, whose clock and memory are the parent's.</summary>
    private sealed class Execution(WorkerHost host, WorkMessage work) : IExecution
    {
        public CancellationToken Cancellation => CancellationToken.None;

        public long FreeMemory => work.FreeMemory;

        public void Pause()
        {
        }

        public void Resume()
        {
        }

        public void TakeMemory(long length, long need)
        {
            if (need > FreeMemory && !host.IsGranted(work.Id, length, need))
            {
                throw new OperationCanceledException("The parent did not grant the memory.");
            }
        }
    }

    /// <summary>The connection to the parent broke while a document was in hand: no failure of the document.</summary>
    private sealed class ParentException(Exception reason) : IOException("The parent is gone.", reason);
}
