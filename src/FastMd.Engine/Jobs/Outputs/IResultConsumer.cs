using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>Follows up on results, in the order they come out, on the thread that takes them.</summary>
internal interface IResultConsumer
{
    /// <summary>Takes a result in.</summary>
    void Consume(ConversionResult result);
}
