"""Validates a notebook, runs it in a real kernel and prints {cell id: printed text} as JSON."""
import json
import sys

import nbclient
import nbformat

notebook = nbformat.read(sys.argv[1], as_version=4)
assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
nbformat.validate(notebook)
nbclient.NotebookClient(notebook, timeout=100, kernel_name="python3").execute()
print(
    json.dumps(
        {
            cell.id: "".join(output.get("text", "") for output in cell.outputs)
            for cell in notebook.cells
            if cell.cell_type == "code"
        }
    )
)
