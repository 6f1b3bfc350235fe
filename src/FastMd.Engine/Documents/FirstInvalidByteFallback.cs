using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>Stops a decoder at its first invalid byte, with the byte's offset from the start of the input.</summary>
internal sealed class FirstInvalidByteFallback : DecoderFallback
{
    public override int MaxCharCount => 0;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new StoppingBuffer();

    private sealed class StoppingBuffer : DecoderFallbackBuffer
    {
        public override int Remaining => 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
            => throw new DecoderFallbackException("Invalid byte.", bytesUnknown, index);

        public override char GetNextChar() => '\0';

        public override bool MovePrevious() => false;
    }
}
