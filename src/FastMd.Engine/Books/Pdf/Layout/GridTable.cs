using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>A table as it stands on a page.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Size">Size of its text, in points.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Rows">The pieces of each cell, row by row.</param>
internal sealed record GridTable(Box Box, float Size, int Columns, List<List<Piece>[]> Rows);
