BeforeAll {
    . $PSScriptRoot/TestSupport.ps1

    # A book of two chapters, of which the first shows an image.
    function New-Epub {
        param([string] $Path)
        $page = { '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{0}</body></html>' -f $args[0] }
        $files = [ordered]@{
            'mimetype' = 'application/epub+zip'
            'META-INF/container.xml' = '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
            'p.opf' = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Book</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="c" href="cat.png" media-type="image/png"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
            'a.xhtml' = & $page '<h1>One</h1><p><a href="b.xhtml">on</a> <img src="cat.png" alt="a cat"/></p>'
            'b.xhtml' = & $page '<h1>Two</h1><p>The end.</p>'
            'cat.png' = 'image'
        }
        $archive = [IO.Compression.ZipFile]::Open($Path, 'Create')
        try {
            foreach ($name in $files.Keys) {
                $writer = [IO.StreamWriter]::new($archive.CreateEntry($name).Open())
                $writer.Write($files[$name])
                $writer.Dispose()
            }
        }
        finally {
            $archive.Dispose()
        }
    }

    # A document of one page with one line.
    function New-Pdf {
        param([string] $Path, [string] $Text)
        $content = "BT /F1 12 Tf 72 700 Td ($Text) Tj ET"
        $objects = @(
            '<</Type/Catalog/Pages 2 0 R>>'
            '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 612 792]>>'
            '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>'
            "<</Length $($content.Length)>>`nstream`n$content`nendstream"
            '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'
        )
        $file = "%PDF-1.7`n"
        $places = foreach ($number in 1..$objects.Count) {
            $file.Length
            $file += "$number 0 obj`n$($objects[$number - 1])`nendobj`n"
        }
        $start = $file.Length
        $file += "xref`n0 $($objects.Count + 1)`n0000000000 65535 f `n" + -join ($places | ForEach-Object { "{0:0000000000} 00000 n `n" -f $_ })
        $file += "trailer`n<</Size $($objects.Count + 1)/Root 1 0 R>>`nstartxref`n$start`n%%EOF`n"
        [IO.File]::WriteAllText($Path, $file, [Text.Encoding]::Latin1)
    }
}
AfterAll { Restore-Environment }

Describe 'Books' {
    BeforeEach {
        $folder = New-Folder
        New-Epub (Join-Path $folder 'novel.epub')
        New-Pdf (Join-Path $folder 'paper.pdf') 'What the paper says.'
        $out = Join-Path $folder 'out'
    }

    It 'become Markdown, chapter by chapter and document by document' {
        $results = Get-ChildItem $folder -File | Where-Object Extension -In '.epub', '.pdf' | Convert-FastMdBatch -Destination $out -BasePath $folder -To Markdown

        $results.Status | Should -Be (@('Converted') * 4)
        Get-Content (Join-Path $out 'paper.md') -Raw | Should -Match 'What the paper says\.'
        Get-ChildItem (Join-Path $out 'novel') -Filter *-one.md | Get-Content -Raw | Should -Match '\]\(images/cat\.png\)'
        Join-Path $out 'novel/images/cat.png' | Should -Exist
    }

    It 'are found in a directory, and are one document where that is asked for' {
        Convert-FastMdBatch $folder -Destination $out -To Context -Books Single | ForEach-Object { [IO.Path]::GetFileName($_.OutputPath) } | Sort-Object |
            Should -Contain 'novel.epub.mdc'
    }

    It 'that are broken are one error each' {
        Set-Content (Join-Path $folder 'broken.epub') 'no archive'
        Set-Content (Join-Path $folder 'broken.pdf') 'no document'

        $results = Convert-FastMdBatch $folder -Destination $out -To Html -ErrorVariable problems -ErrorAction SilentlyContinue

        ($results | Where-Object Status -EQ 'Failed').Count | Should -Be 2
        $problems.FullyQualifiedErrorId | ForEach-Object { ($_ -split ',')[0] } | Sort-Object | Should -Be 'BookUnreadable', 'PdfUnreadable'
    }
}
