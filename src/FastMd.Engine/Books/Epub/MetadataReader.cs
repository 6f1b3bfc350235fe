using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>Reads what a book says of itself.</summary>
internal static class MetadataReader
{
    /// <summary>Reads it from a package.</summary>
    public static EpubMetadata Read(MarkupElement package)
    {
        var metadata = package.Elements.FirstOrDefault(static element => element.Name == "metadata");
        if (metadata is null)
        {
            return new();
        }

        var all = MarkupSearch.Below(metadata).Where(static element => element.Children.Count > 0 || element["content"] is not null).ToList();
        var refinements = all.Where(static element => element["refines"] is not null)
            .ToLookup(static element => (element["refines"]!.TrimStart('#'), element["property"] ?? ""), static element => MarkupSearch.OneLine(element.Text));
        var identifier = package["unique-identifier"];
        var series = SeriesOf(all, refinements);
        return new()
        {
            Title = TitleOf(all, refinements),
            Authors = [.. PeopleOf(all, "creator", refinements).Select(static person => person.Name)],
            Contributors = [.. PeopleOf(all, "contributor", refinements).Where(static person => person.Role != "bkp").Select(static person => person.Name)],
            Language = FirstOf(all, "language"),
            Publisher = FirstOf(all, "publisher"),
            Date = DateOf(all),
            Identifier = MarkupSearch.OneLine((all.Find(element => element.Name == "identifier" && element["id"] == identifier) ?? all.Find(static element => element.Name == "identifier"))?.Text ?? ""),
            Description = DescriptionOf(all),
            Subjects = [.. all.Where(static element => element.Name == "subject").Select(static element => MarkupSearch.OneLine(element.Text)).Where(static text => text.Length > 0).Distinct()],
            Rights = FirstOf(all, "rights"),
            Series = series.Name,
            SeriesIndex = series.Index,
        };
    }

    private static string FirstOf(List<MarkupElement> all, string name) => all.Where(element => element.Name == name).Select(static element => MarkupSearch.OneLine(element.Text)).FirstOrDefault(static text => text.Length > 0) ?? "";

    /// <summary>The main title, and behind a colon what it is called besides.</summary>
    private static string TitleOf(List<MarkupElement> all, ILookup<(string, string), string> refinements)
    {
        var titles = all.Where(static element => element.Name == "title").Select(element => (Text: MarkupSearch.OneLine(element.Text), Kind: refinements[(element["id"] ?? "", "title-type")].FirstOrDefault() ?? ""))
            .Where(static title => title.Text.Length > 0).ToList();
        var main = titles.Find(static title => title.Kind == "main").Text ?? titles.FirstOrDefault().Text ?? "";
        var subtitle = titles.Find(static title => title.Kind == "subtitle").Text;
        return subtitle is { Length: > 0 } && subtitle != main ? $"{main}: {subtitle}" : main;
    }

    private static IEnumerable<(string Name, string Role)> PeopleOf(List<MarkupElement> all, string name, ILookup<(string, string), string> refinements)
        => all.Where(element => element.Name == name)
            .Select(element => (Name: MarkupSearch.OneLine(element.Text), Role: element["opf:role"] ?? refinements[(element["id"] ?? "", "role")].FirstOrDefault() ?? ""))
            .Where(static person => person.Name.Length > 0).Distinct();

    private static string DateOf(List<MarkupElement> all)
    {
        var dates = all.Where(static element => element.Name == "date").ToList();
        var date = dates.Find(static element => element["opf:event"] == "publication") ?? dates.FirstOrDefault();
        return MarkupSearch.OneLine(date?.Text ?? "");
    }

    // Many descriptions are HTML that is written as text.
    private static string DescriptionOf(List<MarkupElement> all)
    {
        var text = all.Find(static element => element.Name == "description")?.Text ?? "";
        return MarkupSearch.OneLine(text.Contains('<', StringComparison.Ordinal) ? string.Join(' ', MarkupSearch.All(MarkupReader.ReadHtml(text)).OfType<MarkupText>().Select(static part => part.Value)) : text);
    }

    private static (string Name, string Index) SeriesOf(List<MarkupElement> all, ILookup<(string, string), string> refinements)
    {
        if (all.Find(static element => element["property"] == "belongs-to-collection" && element["refines"] is null) is { } collection)
        {
            return (MarkupSearch.OneLine(collection.Text), refinements[(collection["id"] ?? "", "group-position")].FirstOrDefault() ?? "");
        }

        string Named(string name) => MarkupSearch.OneLine(all.Find(element => element["name"] == name)?["content"] ?? "");
        return (Named("calibre:series"), Named("calibre:series_index"));
    }
}
