const safe = (value) => String(value ?? '').replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

/** What it has, newest first; what waits for an officer can be decided here. */
export function listPage(records) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back office</title></head>
<body>
<main>
<h1>Council tax and benefits: ${records.length} received</h1>
<table>
<thead><tr><th scope="col">Ours</th><th scope="col">Theirs</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Decided</th><th scope="col">Paid</th></tr></thead>
<tbody>
${records.map(row).join('\n')}
</tbody>
</table>
</main>
</body>
</html>`;
}

function row({ data, answer, award }) {
  const [requester] = data.people;
  const cells = [answer.reference, data.reference, data.service.name, requester?.name].map(
    (cell) => `<td>${safe(cell)}</td>`,
  );
  return `<tr>${cells.join('')}<td>${isOpen(answer) ? form(data, answer) : safe(answer.result)}</td><td>${payForm(data, answer, award)}</td></tr>`;
}

const isOpen = ({ result }) => result === undefined || result === 'needs-evidence';

function form({ id, reference }, { result }) {
  return `${result === undefined ? 'Waits for an officer' : 'Evidence was asked for'}
<form method="post" action="/records/${safe(id)}/decision">
<label>Words for the customer of ${safe(reference)} <input name="words"></label>
<button name="result" value="granted">Grant</button> <button name="result" value="refused">Refuse</button>
</form>`;
}

/** Whatever was handed over can be paid for and corrected here: this program does not know which services pay. */
function payForm({ id, reference }, { result }, award) {
  if (result === 'refused') return '';
  const now = award ? `£${(award.amount.pence / 100).toFixed(2)} a week, revision ${award.revision}` : '';
  return `${safe(now)}
<form method="post" action="/records/${safe(id)}/award">
<label>£ a week for ${safe(reference)} <input name="weekly" inputmode="decimal"></label>
<label>to <select name="to"><option value="customer">the customer</option><option value="landlord">the landlord</option><option value="council-tax">the council tax account</option></select></label>
<button>${award ? 'Correct' : 'Publish'} payments</button>
</form>`;
}
