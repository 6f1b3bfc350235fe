using System.Text;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Convert;

/// <summary>The converted text, as it is.</summary>
internal sealed class ContentWriter(Stream output) : IResultWriter
{
    public void Write(ConversionResult result)
    {
        if (result.Content is { } content)
        {
            output.Write(Encoding.UTF8.GetBytes(content));
            output.Flush();
        }
    }
}
