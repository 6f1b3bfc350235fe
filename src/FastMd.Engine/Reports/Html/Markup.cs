using System.Globalization;
using System.Text;

namespace FastMd.Engine.Reports.Html;

/// <summary>Writes elements of HTML or SVG. All text and all attribute values go through <see cref="VisibleText"/>, whatever they are.</summary>
internal sealed class Markup(TextWriter output)
{
    private readonly StringBuilder _text = new();

    /// <summary>Part of a whole as an SVG length: <c>12.34%</c>.</summary>
    public static string Percent(double fraction) => Number(fraction * 100) + "%";

    /// <summary>A number as SVG and HTML write it, with two decimals at most.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An element that ends when what is given back is disposed.</summary>
    public Scope Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes);
        output.Write('>');
        return new(this, element);
    }

    /// <summary>An element with text.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (Open(element, attributes))
        {
            Text(text);
        }
    }

    /// <summary>An element without content.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(element, attributes);
        output.Write("/>");
    }

    public void Text(string text)
    {
        _text.Clear();
        VisibleText.AppendTo(_text, text);
        output.Write(_text);
    }

    /// <summary>Text of our own that is to stand as it is.</summary>
    public void Raw(string text) => output.Write(text);

    // Space between words would show; between these it only helps whoever reads the source.
    private static bool IsBlock(string element)
        => element is "section" or "figure" or "table" or "tr" or "svg" or "head" or "div" or "header" or "footer" or "main" or "body" or "html";

    private void Start(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Text(value);
            output.Write('"');
        }
    }

    private void End(string element)
    {
        output.Write("</");
        output.Write(element);
        output.Write('>');
        if (IsBlock(element))
        {
            output.Write('\n');
        }
    }

    /// <summary>An element that is open.</summary>
    internal readonly struct Scope(Markup markup, string element) : IDisposable
    {
        public void Dispose() => markup.End(element);
    }
}
