using UglyToad.PdfPig.Core;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Keeps the horizontal and vertical lines of paths that are painted; thin boxes are lines, too.</summary>
internal sealed class RulingCollector(List<Box> rulings)
{
    // A page of more is a drawing.
    private const int MostRulings = 4_000;
    private const double Thin = 3;

    private readonly List<Box> _path = [];
    private PdfPoint _start;
    private PdfPoint _at;

    public void MoveTo(PdfPoint to) => _start = _at = to;

    public void LineTo(PdfPoint to)
    {
        Add(_at, to);
        _at = to;
    }

    public void CurveTo(PdfPoint to) => _at = to;

    public void Close()
    {
        Add(_at, _start);
        _at = _start;
    }

    public void Rectangle(PdfPoint from, PdfPoint to)
    {
        if (Math.Abs(from.X - to.X) <= Thin || Math.Abs(from.Y - to.Y) <= Thin)
        {
            Keep(from, to);
            return;
        }

        Add(from, new(to.X, from.Y));
        Add(new(to.X, from.Y), to);
        Add(to, new(from.X, to.Y));
        Add(new(from.X, to.Y), from);
    }

    public void Paint(bool isClosed)
    {
        if (isClosed)
        {
            Close();
        }

        if (rulings.Count + _path.Count <= MostRulings)
        {
            rulings.AddRange(_path);
        }

        _path.Clear();
    }

    public void Drop() => _path.Clear();

    private void Add(PdfPoint from, PdfPoint to)
    {
        if (Math.Abs(from.X - to.X) < 1 != Math.Abs(from.Y - to.Y) < 1)
        {
            Keep(from, to);
        }
    }

    private void Keep(PdfPoint from, PdfPoint to)
    {
        if (_path.Count < MostRulings)
        {
            _path.Add(new((float)Math.Min(from.X, to.X), (float)Math.Min(from.Y, to.Y), (float)Math.Max(from.X, to.X), (float)Math.Max(from.Y, to.Y)));
        }
    }
}
