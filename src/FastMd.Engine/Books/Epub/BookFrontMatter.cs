using System.Text;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>Writes the front matter of books and chapters.</summary>
internal static class BookFrontMatter
{
    /// <summary>The front matter of a chapter.</summary>
    public static string OfChapter(string title)
    {
        var yaml = new StringBuilder("---\n");
        Add(yaml, "title", title);
        return yaml.Append("---\n\n").ToString();
    }

    /// <summary>The front matter of a book.</summary>
    public static string OfBook(EpubMetadata metadata, string title)
    {
        var yaml = new StringBuilder("---\n");
        Add(yaml, "title", title);
        Add(yaml, metadata.Authors.Count > 1 ? "authors" : "author", metadata.Authors);
        Add(yaml, "contributors", metadata.Contributors, isList: true);
        Add(yaml, "language", metadata.Language);
        Add(yaml, "publisher", metadata.Publisher);
        Add(yaml, "date", metadata.Date);
        Add(yaml, "identifier", metadata.Identifier);
        Add(yaml, "description", metadata.Description);
        Add(yaml, "subjects", metadata.Subjects, isList: true);
        Add(yaml, "rights", metadata.Rights);
        Add(yaml, "series", metadata.Series);
        Add(yaml, "series_index", metadata.SeriesIndex);
        return yaml.Append("---\n\n").ToString();
    }

    private static void Add(StringBuilder yaml, string key, string value)
    {
        if (value.Length > 0)
        {
            yaml.Append(key).Append(": ").AppendQuoted(value).Append('\n');
        }
    }

    private static void Add(StringBuilder yaml, string key, IReadOnlyList<string> values, bool isList = false)
    {
        if (values.Count == 1 && !isList)
        {
            Add(yaml, key, values[0]);
        }
        else if (values.Count > 0)
        {
            yaml.Append(key).Append(":\n");
            foreach (var value in values)
            {
                yaml.Append("  - ").AppendQuoted(value).Append('\n');
            }
        }
    }
}
