BeforeAll { . $PSScriptRoot/TestSupport.ps1 }
AfterAll { Restore-Environment }

Describe 'Export-FastMdContext' {
    BeforeEach {
        $docs = Split-Path (New-Document 'context/docs/a.mdx' "import X from 'x'`n`n# A`n`n<Note>Mind [b](b.md).</Note>`n")
        $null = New-Document 'context/docs/b.md' ("# B`n`n``````js`n" + ((1..30 | ForEach-Object { "line$_`n" }) -join '') + "```````n")
        $out = Join-Path (Split-Path $docs) ([guid]::NewGuid())
    }

    It 'writes clean Markdown, an index, and gives a result for each in order' {
        $results = Export-FastMdContext $docs -Recurse -Destination $out

        $results.Kind | Should -Be 'Document', 'Document', 'Product'
        Get-Content "$out/a.mdx.mdc" -Raw | Should -BeLike "---`nschema: mdc/1.0`n*`n---`n`n# A`n`n> ``[!NOTE``]`n> Mind ``[b``](b.md.mdc).`n"
        Get-Content "$out/b.md.mdc" -Raw | Should -Match '17 lines omitted'
        (Get-Content "$out/index.jsonl" | ConvertFrom-Json).path | Should -Be 'a.mdx.mdc', 'b.md.mdc'
    }

    It 'keeps all with the profile Lossless' {
        $null = Export-FastMdContext $docs -Recurse -Destination $out -Profile Lossless
        Get-Content "$out/b.md.mdc" -Raw | Should -Match 'line15'
    }

    It 'writes chunks of exact counts, and lists' {
        $null = Export-FastMdContext $docs -Recurse -Destination $out -ChunkTokens 60 -TokenCounting O200k -LlmsTxt -LlmsFull -SiteUrl https://example.com
        $chunks = Get-Content "$out/chunks.jsonl" | ConvertFrom-Json
        $chunks.tokens | ForEach-Object { $_ | Should -BeLessOrEqual 60 }
        $chunks[0].tokens_by | Should -Be 'o200k_base'
        Get-Content "$out/llms.txt" -Raw | Should -Match '- \[A\]\(https://example.com/a\)'
        "$out/llms-full.txt" | Should -Exist
    }

    It 'takes documents from the pipeline' {
        (Get-ChildItem $docs -Filter *.md | Export-FastMdContext -Destination $out -BasePath $docs | Where-Object Kind -EQ Document).Title | Should -Be 'B'
    }

    It 'has no parameter that decides HTML or JavaScript' {
        (Get-Command Export-FastMdContext).Parameters.Keys | Should -Not -Contain 'To'
        (Get-Command Export-FastMdContext).Parameters.Keys | Should -Not -Contain 'MdxOption'
    }

    It 'is what Convert-FastMdBatch and Convert-FastMdText give, too' {
        $null = Convert-FastMdBatch $docs -Recurse -Destination $out -To Context
        "$out/a.mdx.mdc" | Should -Exist
        "* a`n* b" | Convert-FastMdText -To Context -Setting @{ contextFrontMatter = 'none' } | Should -BeExactly "- a`n- b`n"
        "* a`n* b" | Convert-FastMdText -To Markdown | Should -BeExactly "- a`n- b`n"
    }
}
