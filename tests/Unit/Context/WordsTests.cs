using System.Text;
using System.Text.RegularExpressions;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;
using FastMd.Engine.Mdx.Tree;
using FastMd.Tests.Unit.Mdx;

namespace FastMd.Tests.Unit.Context;

/// <summary>No text of MDX is lost on the way to context, unless a diagnostic says so.</summary>
public sealed class WordsTests
{
    private const Engine.Markdown.SyntaxExtensions Extensions = ContextReader.Extensions & ~Engine.Markdown.SyntaxExtensions.MkDocs;

    // What is in them is no text.
    private static readonly HashSet<string> Unread = ["style", "script", "svg", "canvas", "template", "title", "head", "input", "source"];

    public static TheoryData<string> Cases => [.. MdxCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_word_of_the_tree_is_in_the_context_or_a_diagnostic_says_why_not(string name)
    {
        var source = SourceText.FromString(MdxCase.All[name].Input, DocumentFormat.Mdx);
        var diagnostics = new List<Diagnostic>();
        List<string> words;
        string context;
        try
        {
            words = WordsOf(source);
            context = ContextTree.Of(source.Text, DocumentFormat.Mdx, diagnostics: diagnostics);
        }
        catch (DocumentException)
        {
            // It is no MDX, for any target.
            return;
        }

        if (diagnostics.Count == 0)
        {
            // The heading of footnotes is no text of the author's.
            Assert.Empty(Missing(words, Words(context)).Except(["footnotes"]));
        }
    }

    private static List<string> WordsOf(SourceText source)
    {
        var document = MdxDocument.Parse(source, isMdx: true, Extensions, wantsFrontMatter: false, []);
        using var tree = new MdxTree(source.Text.Length);
        document.BuildInto(tree, headings: null);
        var text = new StringBuilder();
        Collect(tree.Root);
        return Words(text.ToString());

        void Collect(MdxElement element)
        {
            for (var child = element.FirstChild; child is not null; child = child.Next)
            {
                if (child is MdxText node)
                {
                    text.Append(tree.TextOf(node));
                    continue;
                }

                // An expression may stand for a space.
                text.Append(' ');
                if (child is MdxElement inner && !Unread.Contains(inner.Name?.Text ?? ""))
                {
                    Collect(inner);
                    text.Append(' ');
                }
            }
        }
    }

    private static List<string> Words(string text) => [.. Regex.Matches(text, @"[\p{L}\p{N}]{2,}").Select(match => match.Value.ToLowerInvariant())];

    private static List<string> Missing(List<string> words, List<string> context)
    {
        foreach (var word in context)
        {
            words.Remove(word);
        }

        return words;
    }
}
