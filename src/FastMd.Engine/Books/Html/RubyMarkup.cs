using System.Text;

namespace FastMd.Engine.Books.Html;

/// <summary>How characters are read, which stands above them on a page: in brackets behind them.</summary>
internal static class RubyMarkup
{
    /// <summary>Adds a base and its reading.</summary>
    public static void Add(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        var readings = new List<StringBuilder>();
        StringBuilder? open = null;
        foreach (var child in element.Children)
        {
            switch (child)
            {
                case MarkupElement { Name: "rp" }:
                    break;
                case MarkupElement { Name: "rt" } reading:
                    if (open is null)
                    {
                        readings.Add(open = new());
                    }

                    open.Append(MarkupSearch.OneLine(WithoutBrackets(reading)));
                    break;
                case MarkupElement { Name: "rtc" } other:
                    readings.Add(new(MarkupSearch.OneLine(WithoutBrackets(other))));
                    break;
                case MarkupText text when text.Value.AsSpan().IsWhiteSpace():
                    break;
                case MarkupText text:
                    flow.Text(text.Value.Trim());
                    break;
                default:
                    AddBase(converter, (MarkupElement)child, flow);
                    break;
            }
        }

        foreach (var reading in readings.Where(static each => each.Length > 0))
        {
            flow.Text($"({reading})");
        }
    }

    private static void AddBase(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        if (element.Name is "rb" or "rbc")
        {
            converter.AddChildren(element, flow);
        }
        else
        {
            converter.Add(element, flow);
        }
    }

    private static string WithoutBrackets(MarkupElement element)
        => string.Concat(MarkupSearch.All(element).OfType<MarkupText>().Where(static text => text.Parent is not { Name: "rp" }).Select(static text => text.Value));
}
