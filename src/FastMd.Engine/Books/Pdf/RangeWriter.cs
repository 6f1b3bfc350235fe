using FastMd.Engine.Books.Pdf.Blocks;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Pdf;

/// <summary>
/// Puts the pages of a range together. A block that goes over the border belongs to the range that it begins in: that reads on as far as the block goes, and
/// the next range leaves out what was taken, by the same decision about the same two pages.
/// </summary>
internal sealed class RangeWriter(IPageReader pages, int pageCount, bool hasComments, PageReport report, PageImages? images = null)
{
    private readonly Fragment _document = new();
    private readonly List<Block> _blocks = [];
    private Block? _open;

    /// <summary>The range as a tree.</summary>
    public Fragment Write(PageRange range, CancellationToken cancellation)
    {
        var before = range.First > 1 ? pages.Read(range.First - 1, isWanted: false, cancellation) : null;
        var page = pages.Read(range.First, isWanted: true, cancellation);
        var comesOver = before?.GoesOn(page) ?? false;
        var wasList = before is { Blocks: [.., ListBlock] };
        while (true)
        {
            var next = page.Number < pageCount ? pages.Read(page.Number + 1, isWanted: page.Number < range.Last, cancellation) : null;
            var goesOn = next is not null && page.GoesOn(next);
            var endsInList = page.Blocks is [.., ListBlock];
            report.Add(page);
            Add(page, comesOver, wasList);
            if (next is null || page.Number == range.Last)
            {
                TakeRest(next, goesOn, cancellation);
                break;
            }

            (page, comesOver, wasList) = (next, goesOn, endsInList);
        }

        Flush();
        return _document;
    }

    private void Add(ReadPage page, bool comesOver, bool wasList)
    {
        var begin = 0;
        if (comesOver)
        {
            Join(page.Blocks[0]);
            begin = 1;
        }

        // What was open until now is complete, unless this page is all of one block.
        var isAllOver = comesOver && PageBlocks.LastOfBody(page.Blocks) == 0;
        if (hasComments)
        {
            _blocks.Add(new CommentBlock(PageComment.Of(page)));
        }
        else if (wasList && page.Blocks.Count > begin && page.Blocks[begin] is ListBlock)
        {
            // Two lists that touch would be one.
            _blocks.Add(new CommentBlock("<!-- -->"));
        }

        for (var i = begin; i < page.Blocks.Count; i++)
        {
            _blocks.Add(page.Blocks[i]);
        }

        foreach (var image in images?.Of(page.Number) ?? [])
        {
            _blocks.Add(new NodeBlock(image));
        }

        if (!isAllOver)
        {
            _open = page.Blocks.Count > begin ? page.Blocks[PageBlocks.LastOfBody(page.Blocks)] : null;
        }
    }

    private void TakeRest(ReadPage? next, bool goesOn, CancellationToken cancellation)
    {
        while (goesOn && next is not null)
        {
            var after = PageBlocks.LastOfBody(next.Blocks) == 0 && next.Number < pageCount ? pages.Read(next.Number + 1, isWanted: false, cancellation) : null;
            goesOn = after is not null && next.GoesOn(after);
            Join(next.Blocks[0]);
            next = after;
        }
    }

    private void Join(Block rest)
    {
        // Null where the block began in a range before this one, which has taken this, too.
        if (_open is not null)
        {
            BlockJoin.Add(_open, rest, pages.Hyphens);
        }
    }

    private void Flush()
    {
        foreach (var block in _blocks)
        {
            if (block is CommentBlock comment)
            {
                _document.Children.Add(new HtmlNode(comment.Text));
            }
            else if (block is NodeBlock done)
            {
                _document.Children.Add(done.Node);
            }
            else
            {
                BlockTree.Add(block, _document.Children);
            }
        }
    }

    private sealed class NodeBlock(Node node) : Block
    {
        public Node Node => node;
    }

    private sealed class CommentBlock(string text) : Block
    {
        public string Text => text;
    }
}
