using System.IO.Pipes;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Hosting;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Tests.Unit.Workers.TestSupport;

/// <summary>Workers that are threads of the test, at the other end of real pipes.</summary>
internal sealed class ThreadWorkers(Func<ReadOnlyMemory<byte>, IDocumentExecutor> open) : IWorkerLauncher
{
    private int _launched;

    public int Launched => Volatile.Read(ref _launched);

    public string Name => "a thread";

    public bool IsNative => true;

    public ILaunchedWorker Launch()
    {
        Interlocked.Increment(ref _launched);
        return new ThreadWorker(open);
    }

    private sealed class ThreadWorker : ILaunchedWorker
    {
        private readonly AnonymousPipeServerStream _toWorker = new(PipeDirection.Out);
        private readonly AnonymousPipeServerStream _fromWorker = new(PipeDirection.In);
        private readonly AnonymousPipeClientStream _input;
        private readonly AnonymousPipeClientStream _output;

        public ThreadWorker(Func<ReadOnlyMemory<byte>, IDocumentExecutor> open)
        {
            _input = new(PipeDirection.In, _toWorker.ClientSafePipeHandle);
            _output = new(PipeDirection.Out, _fromWorker.ClientSafePipeHandle);
            new Thread(() => Serve(open)) { IsBackground = true }.Start();
        }

        public Stream Input => _toWorker;

        public Stream Output => _fromWorker;

        public int Id => 0;

        public long ResidentBytes => 0;

        public void Kill() => _output.Dispose();

        public WorkerExit WaitForExit(TimeSpan patience) => new(0, "");

        public void Dispose() => _toWorker.Dispose();

        private void Serve(Func<ReadOnlyMemory<byte>, IDocumentExecutor> open)
        {
            try
            {
                new WorkerHost(_input, _output, open).Run();
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidDataException)
            {
                // As a process ends.
            }

            _output.Dispose();
        }
    }
}
