using System.Buffers.Binary;
using System.Text;

namespace FastMd.Tests.Unit.Cli.Telemetry;

/// <summary>A message in protobuf's wire format, read as far as the tests need it: fields by number, nothing known of their types.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ulong Scalar, byte[]? Bytes)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var key = Varint(ref bytes);
            _fields.Add((key & 7) switch
            {
                0 => ((int)(key >> 3), Varint(ref bytes), null),
                1 => ((int)(key >> 3), BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8)), null),
                2 => ((int)(key >> 3), 0, Take(ref bytes, (int)Varint(ref bytes)).ToArray()),
                5 => ((int)(key >> 3), BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4)), null),
                var type => throw new InvalidDataException($"Protobuf has no wire type {type}."),
            });
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int number) => All(number).Select(field => new ProtobufMessage(field));

    public ProtobufMessage? Message(int number) => Messages(number).SingleOrDefault();

    public string Text(int number) => Encoding.UTF8.GetString(Bytes(number));

    public string Hex(int number) => Convert.ToHexString(Bytes(number));

    public long Integer(int number) => (long)_fields.SingleOrDefault(field => field.Number == number).Scalar;

    public double Real(int number) => BitConverter.Int64BitsToDouble(Integer(number));

    /// <summary>Numbers that lie packed in one field.</summary>
    public IReadOnlyList<double> Reals(int number)
        => [.. Bytes(number).Chunk(sizeof(double)).Select(chunk => BinaryPrimitives.ReadDoubleLittleEndian(chunk))];

    public bool Has(int number) => _fields.Exists(field => field.Number == number);

    private byte[] Bytes(int number) => All(number).SingleOrDefault() ?? [];

    private IEnumerable<byte[]> All(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes!);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref bytes, 1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
