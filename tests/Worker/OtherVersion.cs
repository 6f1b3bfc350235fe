using FastMd.Engine.Workers.Messages;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Tests.Worker;

/// <summary>A worker that greets and does nothing else.</summary>
internal sealed class OtherVersion(Stream input, Stream output)
{
    /// <summary>Speaks a version that nobody else does.</summary>
    public void Run()
    {
        new FrameReader(input).Read()?.Dispose();
        new FrameWriter(output).Write(FrameKind.Ready, new Greeting(Greeting.Own.Wire + 1, "another").Write);
        input.ReadByte();
    }

    /// <summary>Is ready, opens a job, and reads no further.</summary>
    public void GreetAndFreeze()
    {
        var (reader, writer) = (new FrameReader(input), new FrameWriter(output));
        reader.Read()?.Dispose();
        writer.Write(FrameKind.Ready, Greeting.Own.Write);
        using (var open = reader.Read())
        {
            var job = NumberMessage.Read(open!.Payload);
            writer.Write(FrameKind.Opened, record => record.Number(job));
        }

        Thread.Sleep(Timeout.Infinite);
    }
}
