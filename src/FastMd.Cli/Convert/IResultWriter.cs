using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Convert;

/// <summary>Writes results to standard output.</summary>
internal interface IResultWriter
{
    void Write(ConversionResult result);
}
