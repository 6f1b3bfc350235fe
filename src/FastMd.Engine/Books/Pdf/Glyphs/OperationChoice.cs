using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.InlineImages;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>What of a page has to be run to know its text: colours and their like have not.</summary>
internal static class OperationChoice
{
    public static bool Matters(IGraphicsStateOperation operation) => operation is not (
        SetNonStrokeColor or SetNonStrokeColorAdvanced or SetNonStrokeColorDeviceCmyk or SetNonStrokeColorDeviceGray or SetNonStrokeColorDeviceRgb
        or SetNonStrokeColorSpace or SetStrokeColor or SetStrokeColorAdvanced or SetStrokeColorDeviceCmyk or SetStrokeColorDeviceGray
        or SetStrokeColorDeviceRgb or SetStrokeColorSpace or SetColorRenderingIntent or SetFlatnessTolerance or SetLineCap or SetLineDashPattern
        or SetLineJoin or SetLineWidth or SetMiterLimit or BeginInlineImage or BeginInlineImageData or EndInlineImage);
}
