console.log("tidy comes next");
