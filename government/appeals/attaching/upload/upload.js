// Sends a chosen file in small pieces and goes on after a break. An addition: without it the form sends the file whole.
// Runs as it stands in browsers from 2016 on (Firefox ESR 45, Chrome 49): no module, no newer syntax.

const chunkBytes = 32768;
const pauseFirstMs = 1000;
const pauseMaxMs = 30000;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const idLength = 22;

const script = document.currentScript;
const input = document.querySelector('input[type="file"]');
if (script && input && window.fetch && window.FormData && window.crypto) begin(input, input.form);

function begin(chooser, form) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  chooser.parentNode.appendChild(status);
  const upload = { chooser, form, status, file: null, id: "", start: 0, pauseMs: pauseFirstMs };
  chooser.addEventListener("change", () => {
    if (upload.file || !chooser.files[0]) return;
    upload.file = chooser.files[0];
    upload.id = drawId();
    upload.start = 0;
    chooser.disabled = true;
    send(upload);
  });
  // The whole file would go a second time beside its pieces.
  form.addEventListener("submit", (event) => {
    if (upload.file) event.preventDefault();
  });
}

function send(upload) {
  say(upload, "sending", Math.floor((upload.start / Math.max(upload.file.size, 1)) * 100));
  post(upload, upload.file.slice(upload.start, upload.start + chunkBytes)).then(
    (told) => hear(upload, told),
    () => goOnLater(upload),
  );
}

function hear(upload, told) {
  if (told.done) {
    sendForm(upload.form);
  } else if (typeof told.problem === "string") {
    upload.status.textContent = told.problem;
    upload.chooser.disabled = false;
    upload.chooser.value = "";
    upload.file = null;
  } else {
    upload.start = told.received;
    upload.pauseMs = pauseFirstMs;
    send(upload);
  }
}

// What was typed beside the file goes along and is shown again. Its fields are judged when the form is sent by hand.
function sendForm(form) {
  const word = document.createElement("input");
  word.type = "hidden";
  word.name = "uploaded";
  word.value = "yes";
  form.appendChild(word);
  form.submit();
}

// After a break nobody knows which piece arrived: the server is asked before anything is sent again.
function goOnLater(upload) {
  say(upload, "broken", 0);
  window.setTimeout(() => {
    upload.pauseMs = Math.min(upload.pauseMs * 2, pauseMaxMs);
    post(upload, null).then(
      (told) => hear(upload, told),
      () => goOnLater(upload),
    );
  }, upload.pauseMs);
}

function post(upload, chunk) {
  const body = new FormData();
  body.append("upload", upload.id);
  body.append("start", String(upload.start));
  body.append("total", String(upload.file.size));
  body.append("name", upload.file.name);
  if (chunk && chunk.size > 0) body.append("chunk", chunk, "chunk");
  const address = `${upload.form.getAttribute("action")}/part`;
  return fetch(address, { method: "POST", body, credentials: "same-origin" }).then((reply) => {
    if (reply.status >= 400 && reply.status < 500) return { problem: script.getAttribute("data-over") };
    if (!reply.ok) throw new Error("no answer");
    return reply.json();
  });
}

function say(upload, word, percent) {
  upload.status.textContent = script.getAttribute(`data-${word}`).replace("00", String(percent));
}

function drawId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(idLength));
  return Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join("");
}
